import type { AnalysedConnection } from '../../src/model/analysed-connection.js';
import type { Shown } from './tshark.js';

/** What tshark is asked for besides the table, to tell the subflows of a connection by their ports. */
export const connectionFields = ['tcp.srcport', 'tcp.dstport'] as const;

/** tshark numbers a connection once its handshake had MP_CAPABLE both ways. */
const isNumbered = ({ fallback }: AnalysedConnection) =>
  fallback?.stage !== 'syn-unanswered' && fallback?.stage !== 'syn-ack';

/** The subflows of each MPTCP connection by their ports, as the analyser joined them by token. */
export function ourConnections(connections: readonly AnalysedConnection[]): string[][] {
  return connections
    .filter(isNumbered)
    .map(({ subflows }) =>
      subflows.map(({ client, server }) => pair(client.port, server.port)).sort(),
    );
}

/** The same as tshark has them: the TCP streams of each `mptcp.stream`. */
export function theirConnections(shown: readonly Shown[]): string[][] {
  return packetsByConnection(shown).map((packets) => {
    const pairs = packets.map((packet) =>
      pair(...connectionFields.map((name) => Number(packet.get(name)?.[0]))),
    );
    return [...new Set(pairs)].sort();
  });
}

/** The packets of each `mptcp.stream`, with those of its TCP streams that tshark gives no number. */
export function packetsByConnection(shown: readonly Shown[]): Shown[][] {
  const connectionOf = new Map<string, number>();
  for (const packet of shown) {
    const [connection] = packet.get('mptcp.stream') ?? [];
    if (connection !== undefined) connectionOf.set(streamOf(packet), Number(connection));
  }
  const numbers = [...new Set(connectionOf.values())].sort((one, other) => one - other);
  return numbers.map((number) =>
    shown.filter((packet) => connectionOf.get(streamOf(packet)) === number),
  );
}

function streamOf(packet: Shown): string {
  return packet.get('tcp.stream')?.[0] ?? '';
}

function pair(...ports: readonly number[]): string {
  return [...ports].sort((one, other) => one - other).join(' ');
}
