import type { AnalysedConnection, DataCoverage } from '../../model/analysed-connection.js';
import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import type { VerdictWords } from '../words/words.js';
import { failed, inconclusive, passed, type Demand } from './rung.js';

type Say = VerdictWords['rungs']['data-contiguous'];

/** The connection's data toward the server, put together from the mappings of all its subflows. */
export function judgeDataContiguous(observation: Observation, words: VerdictWords): Rung {
  const say = words.rungs['data-contiguous'];
  const demand: Demand = { id: 'data-contiguous', expected: say.expected, why: say.why };
  const connections = connectionsOf(observation);
  const measured = words.findings(connections.map((it) => measure(it, words))) || say.noConnection;
  const bytes = connections.reduce((sum, { toServer }) => sum + toServer.bytes, 0);
  if (bytes === 0) return failed(demand, { measured, reason: say.nothing });
  const unmapped = unmappedSegments(connections);
  if (unmapped > 0) {
    return failed(demand, { measured, reason: say.unmapped(unmapped) });
  }
  const lost = connections.flatMap(({ toServer }) => lostOf(toServer, say) ?? []);
  if (lost.length > 0) return failed(demand, { measured, reason: words.sentences(lost) });
  const uncaptured = uncapturedOf(observation, connections, say);
  return uncaptured === null
    ? passed(demand, measured)
    : inconclusive(demand, { measured, reason: uncaptured });
}

/** Those with a handshake to the experiment's port; orphans of joins are of others. */
function connectionsOf({ analysis, subflows }: Observation): AnalysedConnection[] {
  const opened = subflows.filter(({ kind }) => kind === 'initial').map((it) => it.connection);
  return analysis.connections.filter((_, index) => opened.includes(index));
}

function measure({ toServer, subflows }: AnalysedConnection, words: VerdictWords): string {
  const say = words.rungs['data-contiguous'];
  const gaps = toServer.gapCount === 0 ? say.noGap : gapText(toServer, words);
  const shares = subflows
    .filter(({ toServer: { newBytes } }) => newBytes > 0)
    .map(({ client, toServer: { share } }) => `${(share * 100).toFixed(1)} % ${client.address}`);
  return words.list([say.bytes(toServer.bytes, gaps), ...shares]);
}

function gapText({ gapCount, gaps, missingBytes }: DataCoverage, words: VerdictWords): string {
  const say = words.rungs['data-contiguous'];
  const first = gaps.slice(0, 1).map(({ start, end }) => say.firstGap(start, end));
  return words.list([say.gaps(gapCount, missingBytes), ...first]);
}

function unmappedSegments(connections: readonly AnalysedConnection[]): number {
  return connections
    .flatMap(({ subflows }) => subflows)
    .reduce((sum, { toServer }) => sum + toServer.segments - toServer.mappedSegments, 0);
}

/** Bytes that the server did not acknowledge either were not sent, or not received. */
function lostOf(toServer: DataCoverage, say: Say): string | null {
  const last = toServer.gaps.at(-1);
  if (last === undefined || (toServer.acknowledged ?? 0) >= last.end) return null;
  return say.lost(toServer.missingBytes);
}

/** What the server has and the captures have not. */
function uncapturedOf(
  { evidence }: Observation,
  connections: readonly AnalysedConnection[],
  say: Say,
): string | null {
  const bytes = connections.reduce((sum, { toServer }) => sum + toServer.bytes, 0);
  const received = evidence.programs.server.bytes ?? 0;
  const missing = connections.reduce((sum, { toServer }) => sum + toServer.missingBytes, 0);
  if (missing > 0) return say.uncaptured(missing);
  return bytes >= received ? null : say.short(received, received - bytes);
}
