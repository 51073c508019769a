import type { Rung } from '../../model/verdict.js';
import { grown } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import { failed, passed, type Demand } from './rung.js';

const fallback = /^MPTcpExt(\w*Fallback\w*|InfiniteMap[TR]x)$/;

const demand: Demand = {
  id: 'no-fallback',
  expected: 'no fallback counter grew on either end',
  why: 'Neither end gave MPTCP up for plain TCP.',
};

/** Fallbacks to TCP that the kernels counted, with infinite mappings among them. */
export function judgeNoFallback({ evidence: { counters, experiment } }: Observation): Rung {
  const ends = [
    { node: experiment.client, counts: grown(counters.client, fallback) },
    { node: experiment.server, counts: grown(counters.server, fallback) },
  ];
  const measured = ends
    .flatMap(({ node, counts }) => counts.map(([name, by]) => `${node}: ${name} +${by}`))
    .join(', ');
  if (measured === '') return passed(demand, 'none grew');
  return failed(demand, {
    measured,
    reason:
      'An end gave MPTCP up for plain TCP: the other end does not speak it, or something on the way strips TCP option 30.',
  });
}
