import type { Rung } from '../../model/verdict.js';
import { grown } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import type { VerdictWords } from '../words/words.js';
import { failed, passed, type Demand } from './rung.js';

const fallback = /^MPTcpExt(\w*Fallback\w*|InfiniteMap[TR]x)$/;

/** Fallbacks to TCP that the kernels counted, with infinite mappings among them. */
export function judgeNoFallback(
  { evidence: { counters, experiment } }: Observation,
  words: VerdictWords,
): Rung {
  const { expected, why, none, fellBack } = words.rungs['no-fallback'];
  const demand: Demand = { id: 'no-fallback', expected, why };
  const ends = [
    { node: experiment.client, counts: grown(counters.client, fallback) },
    { node: experiment.server, counts: grown(counters.server, fallback) },
  ];
  const found = ends.flatMap(({ node, counts }) =>
    counts.map(([name, by]) => `${node}: ${name} +${by}`),
  );
  return found.length === 0
    ? passed(demand, none)
    : failed(demand, { measured: words.list(found), reason: fellBack });
}
