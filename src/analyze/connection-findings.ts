import type { AnalysedConnection, DataCoverage } from '../model/analysed-connection.js';
import type { AnalysedSubflow } from '../model/analysed-subflow.js';
import type { AnalysisFinding } from '../model/analysis.js';
import type { Connection } from './connection.js';
import type { Direction } from './direction.js';

type Found = Pick<AnalysisFinding, 'code' | 'severity' | 'message'>;

/** What is worth knowing of a connection, in the order of its life. */
export function connectionFindings(connection: Connection, seen: AnalysedConnection): Found[] {
  return [
    ...handshakes(seen),
    ...seen.subflows.flatMap(ofSubflow),
    ...(seen.fallback
      ? [{ code: 'fallback', severity: 'problem', message: seen.fallback.message } as const]
      : []),
    ...signals(seen),
    ...data(connection, seen),
    ...idle(seen),
  ];
}

function handshakes({ version, server, client, subflows }: AnalysedConnection): Found[] {
  if (version !== null) return [];
  const token = server.token ?? client.token;
  if (token === null) {
    const message = `The handshake of ${nameOf(subflows[0])} is in no capture: its keys are not known, so tokens and HMACs cannot be checked`;
    return [{ code: 'handshake-missing', severity: 'limit', message }];
  }
  const message = `${subflows.length} subflow(s) join the connection with token ${token}, whose handshake is in no capture: the captures may be of one path only`;
  return [{ code: 'join-without-connection', severity: 'limit', message }];
}

function ofSubflow(subflow: AnalysedSubflow): Found[] {
  const found: Found[] = [];
  const { handshake, state } = subflow;
  const name = nameOf(subflow);
  if (state === 'unanswered') {
    const repeats = handshake.synRetransmissions;
    const message = `The SYN of ${name} was sent ${repeats + 1} time(s) and not answered: the path is cut, a firewall drops it, or the way back is missing`;
    found.push({ code: 'syn-unanswered', severity: 'problem', message });
  }
  const wrong = (['synAck', 'ack'] as const).filter((step) => handshake.hmac[step] === 'wrong');
  if (wrong.length > 0) {
    const steps = wrong.map((step) => (step === 'ack' ? 'ACK' : 'SYN/ACK')).join(' and ');
    const message = `The HMAC in the ${steps} of ${name} is wrong: who sent it does not know the keys`;
    found.push({ code: 'hmac-wrong', severity: 'problem', message });
  }
  return found;
}

function signals({ events, eventsLeftOut, checksums }: AnalysedConnection): Found[] {
  const found: Found[] = [];
  if (eventsLeftOut > 0) {
    const many = eventsLeftOut === 1 ? '1 signal' : `${eventsLeftOut} signals`;
    const verbs = eventsLeftOut === 1 ? 'is more than is' : 'are more than are';
    const message = `${many} of the connection ${verbs} kept, and not listed`;
    found.push({ code: 'too-many-signals', severity: 'limit', message });
  }
  for (const event of events) {
    if (event.type !== 'add-addr' || event.hmac !== 'wrong') continue;
    const message = `The HMAC of the ADD_ADDR of ${event.address} is wrong, so the other end ignores it`;
    found.push({ code: 'add-addr-hmac-wrong', severity: 'problem', message });
  }
  if (checksums.wrong > 0) {
    const message = `${checksums.wrong} DSS checksums are wrong: something on the way changes the data`;
    found.push({ code: 'checksum-wrong', severity: 'problem', message });
  }
  return found;
}

function data(connection: Connection, { toServer, toClient }: AnalysedConnection): Found[] {
  const flows = connection.flows.flatMap(({ sent }) => sent);
  const found: Found[] = [];
  const unseen = flows.reduce((sum, direction) => sum + acknowledgedUnseen(direction), 0);
  if (unseen > 0) {
    const message = `${unseen} bytes were acknowledged on subflows whose capture does not hold them: it lost packets, or took only part of them`;
    found.push({ code: 'data-missing', severity: 'limit', message });
  }
  const missing = missingOf(toServer) + missingOf(toClient);
  if (missing > unseen) {
    const message = `${missing - unseen} bytes of the connection's data are on no subflow that was captured: another path was not captured, or lost them`;
    found.push({ code: 'path-not-captured', severity: 'limit', message });
  }
  const isSilent = (direction: Direction) => direction.primary === -1;
  if (connection.flows.some(({ sent }) => sent.some(isSilent) && sent.some(hasSent))) {
    const message =
      'Data of a subflow was captured in one direction only: the other way back was not captured';
    found.push({ code: 'one-direction-only', severity: 'limit', message });
  }
  if (flows.some(({ ranges }) => ranges.forgottenGaps > 0)) {
    const message =
      'There are more gaps in the data than are kept, so repeated bytes are not exact';
    found.push({ code: 'too-many-gaps', severity: 'limit', message });
  }
  return found;
}

function hasSent({ segments }: Direction): boolean {
  return segments > 0;
}

/** Bytes the other end acknowledged at the TCP level that no capture holds. */
function acknowledgedUnseen({ ranges, acknowledged, base }: Direction): number {
  if (base === -1 || ranges.count === 0) return 0;
  let unseen = 0;
  ranges.starts.forEach((start, index) => {
    const before = index === 0 ? start : (ranges.ends[index - 1] ?? start);
    unseen += Math.max(0, Math.min(start, acknowledged) - before);
  });
  // A FIN is acknowledged like one byte more.
  return unseen + Math.max(0, acknowledged - 1 - ranges.end);
}

/** Bytes of the data that were acknowledged, or lie between others, and were seen on no subflow. */
function missingOf({ missingBytes, acknowledged, end, bytes, dataFin }: DataCoverage): number {
  const beyond = bytes > 0 ? (acknowledged ?? 0) - (dataFin ? 1 : 0) - end : 0;
  return missingBytes + Math.max(0, beyond);
}

/** A connection big enough to use every path. */
const plentyBytes = 1_000_000;

function idle({ subflows, toServer, toClient }: AnalysedConnection): Found[] {
  const plenty = Math.max(toServer.bytes, toClient.bytes) >= plentyBytes;
  if (!plenty || subflows.length < 2) return [];
  return subflows.flatMap((subflow) => {
    if (subflow.toServer.segments + subflow.toClient.segments > 0) return [];
    if (subflow.state === 'unanswered' || subflow.state === 'refused') return [];
    const why = subflow.backup ? ' (it is a backup)' : '';
    const message = `${nameOf(subflow)} was opened and carried no data${why}`;
    return [
      { code: 'idle-subflow', severity: subflow.backup ? 'note' : 'problem', message } as const,
    ];
  });
}

function nameOf(subflow: AnalysedSubflow | undefined): string {
  if (subflow === undefined) return 'a subflow';
  const { client, server } = subflow;
  return `${endName(client)} to ${endName(server)}`;
}

function endName({ address, port }: AnalysedSubflow['client']): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
