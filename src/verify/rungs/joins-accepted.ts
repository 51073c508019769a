import type { Rung } from '../../model/verdict.js';
import { growth } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import type { VerdictWords } from '../words/words.js';
import { failed, passed, type Demand } from './rung.js';

/** What the server counted: every join acknowledged (MPJoinAckRx), none rejected (MPJoinRejected). */
export function judgeJoinsAccepted({ evidence }: Observation, words: VerdictWords): Rung {
  const { expected, why, rejects, incomplete } = words.rungs['joins-accepted'];
  const { paths, announced } = evidence.experiment;
  // One join may come from a further path and go to an announced address.
  const wanted = Math.max(1, paths.length - 1, announced.length);
  const demand: Demand = { id: 'joins-accepted', expected: expected(wanted), why };
  const { server } = evidence.counters;
  const acknowledged = growth(server, 'MPTcpExtMPJoinAckRx');
  const rejected = growth(server, 'MPTcpExtMPJoinRejected');
  const measured = `MPJoinAckRx +${acknowledged}, MPJoinRejected +${rejected}`;
  if (rejected > 0) return failed(demand, { measured, reason: rejects });
  if (acknowledged < wanted) return failed(demand, { measured, reason: incomplete });
  return passed(demand, measured);
}
