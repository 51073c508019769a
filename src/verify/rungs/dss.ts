import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import { failed, passed, type Demand } from './rung.js';

const demand: Demand = {
  id: 'dss',
  expected: 'a DSS mapping on the data of every subflow, to the last segment',
  why: 'Data without DSS is plain TCP, whatever the handshake said.',
};

/** Data Sequence Signals on data: the handshake alone is no proof (RFC 8684 section 3.7). */
export function judgeDss({ subflows }: Observation): Rung {
  const carrying = subflows.filter(({ toServer }) => toServer.segments > 0);
  const data = sum(carrying.map(({ toServer }) => toServer.segments));
  const mapped = sum(carrying.map(({ toServer }) => toServer.mappedSegments));
  const measured = `${mapped} of ${data} data segments mapped`;
  if (data === 0) {
    return failed(demand, { measured: 'no data', reason: 'The client sent no data.' });
  }
  if (mapped === 0) {
    return failed(demand, { measured, reason: 'The data went as plain TCP from the start.' });
  }
  const fellBack = carrying.some(
    ({ toServer, toClient }) =>
      !toServer.mappedToTheEnd || toServer.infiniteMapping || toClient.infiniteMapping,
  );
  if (fellBack) {
    const reason =
      'The connection fell back to plain TCP on the way: something strips or breaks TCP option 30 on data.';
    return failed(demand, { measured, reason });
  }
  return passed(demand, measured);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
