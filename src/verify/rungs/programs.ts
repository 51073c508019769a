import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import type { VerdictWords } from '../words/words.js';
import { inconclusive, passed, type Demand } from './rung.js';

/** A program in trouble makes the run inconclusive. */
export function judgePrograms({ evidence: { programs } }: Observation, words: VerdictWords): Rung {
  const { expected, why, measured, said, troubled } = words.rungs.programs;
  const demand: Demand = { id: 'programs', expected, why };
  const { client, server } = programs;
  const inTrouble = [server, client].filter(({ trouble }) => trouble !== null);
  if (inTrouble.length === 0) return passed(demand, measured(client.bytes, server.bytes));
  const troubles = inTrouble.map(({ node, argv, trouble }) => ({
    short: `${node}: ${trouble ?? ''}`,
    long: said(argv.join(' '), node, trouble ?? ''),
  }));
  return inconclusive(demand, {
    measured: words.findings(troubles.map(({ short }) => short)),
    reason: troubled(words.findings(troubles.map(({ long }) => long))),
  });
}
