import type { AnalysedConnection, DataCoverage } from '../model/analysed-connection.js';
import type { AnalysedSubflow, SubflowDirection } from '../model/analysed-subflow.js';
import type { CaptureAnalysis } from '../model/analysis.js';
import type { Terminal } from './terminal.js';

const colours = { problem: 'red', limit: 'yellow', note: 'bold' } as const;

/** What captures show, for people: a block for each connection, then what is worth knowing. */
export function showAnalysis(analysis: CaptureAnalysis, terminal: Terminal): string {
  const { captures, connections, plainTcp, findings, durationMs } = analysis;
  const packets = captures.reduce((sum, capture) => sum + capture.packets, 0);
  const lines = [
    `${captures.length} capture(s), ${packets} packets, ${(durationMs / 1000).toFixed(3)} s: ${connections.length} MPTCP connection(s), ${plainTcp.connections} of plain TCP`,
    ...connections.flatMap((it, index) => showConnection(analysis, it, { index, terminal })),
    ...findings.map(
      ({ severity, message }) => `${terminal.paint(colours[severity], severity)}: ${message}`,
    ),
  ];
  return lines.join('\n') + '\n';
}

function showConnection(
  analysis: CaptureAnalysis,
  connection: AnalysedConnection,
  { index, terminal }: { readonly index: number; readonly terminal: Terminal },
): string[] {
  const { version, client, server, fallback, subflows, toServer, toClient, events } = connection;
  const title = terminal.paint('bold', `connection ${index}`);
  const spoken = version === null ? 'version unknown' : `MPTCP v${version}`;
  const gaveUp = fallback === null ? '' : `, fell back to TCP (${fallback.stage})`;
  return [
    `${title}: ${spoken}${gaveUp}, tokens ${client.token ?? '?'} (client) ${server.token ?? '?'} (server)`,
    ...table([header, ...subflows.map((it) => row(analysis, it))]).map((line) => `  ${line}`),
    ...[
      { way: 'to server', data: toServer },
      { way: 'to client', data: toClient },
    ].flatMap(({ way, data }) => showData(way, data)),
    ...(events.length > 0 ? [`  signals: ${events.map(({ type }) => type).join(', ')}`] : []),
  ];
}

const header = [
  'subflow',
  'by',
  'state',
  'to server',
  'share',
  'to client',
  'share',
  'again',
  'rtt',
  'HMACs',
];

function row(analysis: CaptureAnalysis, subflow: AnalysedSubflow): string[] {
  const { client, server, state, backup, toServer, toClient, handshake } = subflow;
  const { rttMs, hmac } = handshake;
  const again = [toServer, toClient].reduce(
    (sum, { repeatedBytes, reinjectedBytes }) => sum + repeatedBytes + reinjectedBytes,
    0,
  );
  return [
    `${client.address}:${client.port} -> ${server.address}:${server.port}`,
    devices(analysis, [toServer, toClient], handshake.syn?.interface),
    backup ? `${state}, backup` : state,
    ...[String(toServer.newBytes), percent(toServer.share)],
    ...[String(toClient.newBytes), percent(toClient.share)],
    String(again),
    rttMs === null ? '-' : `${rttMs.toFixed(2)} ms`,
    subflow.kind === 'join' ? `${hmac.synAck}/${hmac.ack}` : '-',
  ];
}

function devices(
  { interfaces }: CaptureAnalysis,
  ways: readonly SubflowDirection[],
  syn: number | undefined,
): string {
  const seen = ways.flatMap((way) => way.interfaces.map((it) => it.interface));
  const numbers = new Set(seen.length > 0 ? seen : syn === undefined ? [] : [syn]);
  return [...numbers].map((number) => interfaces[number]?.name ?? '?').join(',') || '-';
}

function showData(
  way: string,
  { bytes, contiguous, gapCount, missingBytes }: DataCoverage,
): string[] {
  if (bytes === 0) return [];
  const shape = contiguous ? 'contiguous' : `${gapCount} gap(s), ${missingBytes} bytes missing`;
  return [`  data ${way}: ${bytes} bytes, ${shape}`];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((_, column) => Math.max(...rows.map((it) => it[column]?.length ?? 0)));
  return rows.map((it) =>
    it
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
