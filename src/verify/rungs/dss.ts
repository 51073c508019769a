import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import type { VerdictWords } from '../words/words.js';
import { failed, passed, type Demand } from './rung.js';

/** Data Sequence Signals on data: the handshake alone is no proof (RFC 8684 section 3.7). */
export function judgeDss({ subflows }: Observation, words: VerdictWords): Rung {
  const say = words.rungs.dss;
  const demand: Demand = { id: 'dss', expected: say.expected, why: say.why };
  const carrying = subflows.filter(({ toServer }) => toServer.segments > 0);
  const data = sum(carrying.map(({ toServer }) => toServer.segments));
  const mapped = sum(carrying.map(({ toServer }) => toServer.mappedSegments));
  const measured = say.measured(mapped, data);
  if (data === 0) return failed(demand, say.noData);
  if (mapped === 0) return failed(demand, { measured, reason: say.plain });
  const fellBack = carrying.some(
    ({ toServer, toClient }) =>
      !toServer.mappedToTheEnd || toServer.infiniteMapping || toClient.infiniteMapping,
  );
  return fellBack ? failed(demand, { measured, reason: say.fellBack }) : passed(demand, measured);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
