import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import { inconclusive, passed, type Demand } from './rung.js';

const demand: Demand = {
  id: 'programs',
  expected: 'client and server opened their sockets and did their part',
  why: 'What did not run proves nothing about the network.',
};

/** A program in trouble makes the run inconclusive. */
export function judgePrograms({ evidence: { programs } }: Observation): Rung {
  const troubled = [programs.server, programs.client].filter(({ trouble }) => trouble !== null);
  if (troubled.length === 0) {
    const { client, server } = programs;
    return passed(demand, `${size(client.bytes)} sent, ${size(server.bytes)} received`);
  }
  const troubles = troubled.map(({ node, argv, trouble }) => ({
    short: `${node}: ${trouble ?? ''}`,
    long: `${argv.join(' ')} on ${node}: ${trouble ?? ''}`,
  }));
  return inconclusive(demand, {
    measured: troubles.map(({ short }) => short).join('; '),
    reason: `A program could not do its part, so the run proves nothing: ${troubles.map(({ long }) => long).join('; ')}.`,
  });
}

function size(bytes: number | null): string {
  return bytes === null ? 'unknown bytes' : `${bytes} bytes`;
}
