import type { AnalysedConnection, DataCoverage } from '../../model/analysed-connection.js';
import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import { failed, inconclusive, passed, type Demand, type Finding } from './rung.js';

const demand: Demand = {
  id: 'data-contiguous',
  expected:
    'data sequence numbers without a gap over all subflows, as many bytes as the server received',
  why: 'The subflows are parts of one stream: put together by their mappings they are all of the data.',
};

/** The connection's data toward the server, put together from the mappings of all its subflows. */
export function judgeDataContiguous(observation: Observation): Rung {
  const connections = connectionsOf(observation);
  const measured = connections.map(measure).join('; ') || 'no MPTCP connection';
  const bytes = connections.reduce((sum, { toServer }) => sum + toServer.bytes, 0);
  if (bytes === 0) return failed(demand, { measured, reason: 'No byte was mapped.' });
  const unmapped = unmappedSegments(connections);
  if (unmapped > 0) {
    const reason = `${unmapped} data segments have no mapping: their place in the data is not known.`;
    return failed(demand, { measured, reason });
  }
  const lost = connections.flatMap(({ toServer }) => lostOf(toServer) ?? []);
  if (lost.length > 0) return failed(demand, { measured, reason: lost.join(' ') });
  const uncaptured = uncapturedOf(observation, connections);
  return uncaptured === null
    ? passed(demand, measured)
    : inconclusive(demand, { measured, reason: uncaptured });
}

/** Those with a handshake to the experiment's port; orphans of joins are of others. */
function connectionsOf({ analysis, subflows }: Observation): AnalysedConnection[] {
  const opened = subflows.filter(({ kind }) => kind === 'initial').map((it) => it.connection);
  return analysis.connections.filter((_, index) => opened.includes(index));
}

function measure({ toServer, subflows }: AnalysedConnection): string {
  const gaps = toServer.gapCount === 0 ? 'no gap' : gapText(toServer);
  const shares = subflows
    .filter(({ toServer: { newBytes } }) => newBytes > 0)
    .map(({ client, toServer: { share } }) => `${(share * 100).toFixed(1)} % ${client.address}`);
  return [`${toServer.bytes} bytes, ${gaps}`, ...shares].join(', ');
}

function gapText({ gapCount, gaps, missingBytes }: DataCoverage): string {
  const [first] = gaps;
  const where = first === undefined ? '' : `, the first at ${first.start} to ${first.end}`;
  return `${gapCount} gap(s) of ${missingBytes} bytes${where}`;
}

function unmappedSegments(connections: readonly AnalysedConnection[]): number {
  return connections
    .flatMap(({ subflows }) => subflows)
    .reduce((sum, { toServer }) => sum + toServer.segments - toServer.mappedSegments, 0);
}

/** Bytes that the server did not acknowledge either were not sent, or not received. */
function lostOf(toServer: DataCoverage): string | null {
  const last = toServer.gaps.at(-1);
  if (last === undefined || (toServer.acknowledged ?? 0) >= last.end) return null;
  return `${toServer.missingBytes} bytes are on no subflow and the server did not acknowledge them: they were lost.`;
}

/** What the server has and the captures have not. */
function uncapturedOf(
  { evidence }: Observation,
  connections: readonly AnalysedConnection[],
): Finding['reason'] | null {
  const bytes = connections.reduce((sum, { toServer }) => sum + toServer.bytes, 0);
  const received = evidence.programs.server.bytes ?? 0;
  const missing = connections.reduce((sum, { toServer }) => sum + toServer.missingBytes, 0);
  if (missing > 0) {
    return `The server acknowledged the missing ${missing} bytes, so they were sent: the captures lost them.`;
  }
  if (bytes >= received) return null;
  return `The server received ${received} bytes: the captures lost ${received - bytes} of them.`;
}
