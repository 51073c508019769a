import type { Rung } from '../../model/verdict.js';
import { expectedJoins } from '../expected-join.js';
import type { Observation } from '../observation.js';
import { isOfConnection, type Subflow } from '../subflow.js';
import type { VerdictWords } from '../words/words.js';
import { failed, inconclusive, passed, type Demand } from './rung.js';

/** An HMAC of a join, as it was recomputed (RFC 8684 section 3.2). */
interface Checked {
  readonly step: 'SYN/ACK' | 'ACK';
  readonly join: Subflow;
  readonly verdict: Subflow['handshake']['hmac']['ack'];
}

/** Both HMACs of every join: the server's in the SYN/ACK, the client's in the ACK. */
export function judgeHmac({ joins, initial, evidence }: Observation, words: VerdictWords): Rung {
  const say = words.rungs.hmac;
  const demand: Demand = { id: 'hmac', expected: say.expected, why: say.why };
  const own = joins.filter((join) => isOfConnection(join, initial));
  const checks = own.flatMap(checksOf);
  const seen = checks.filter(({ verdict }) => verdict !== 'absent');
  const right = seen.filter(({ verdict }) => verdict === 'valid');
  const measured = say.measured(right.length, seen.length);
  const wrong = checks.filter(({ verdict }) => verdict === 'wrong');
  if (wrong.length > 0) {
    const steps = wrong.map(({ step, join }) => say.step(step, join.client.address));
    return failed(demand, { measured, reason: say.wrong(steps) });
  }
  const without = expectedJoins(evidence.experiment, words).filter(
    ({ matches }) => !own.filter(matches).some(hasBoth),
  );
  if (without.length > 0) {
    const which = words.and(without.map((join) => join.which));
    return failed(demand, { measured, reason: say.without(which) });
  }
  if (right.length < seen.length) {
    return inconclusive(demand, { measured, reason: say.unknown });
  }
  return passed(demand, measured);
}

function checksOf(join: Subflow): Checked[] {
  const { synAck, ack } = join.handshake.hmac;
  return [
    { step: 'SYN/ACK', join, verdict: synAck },
    { step: 'ACK', join, verdict: ack },
  ];
}

function hasBoth({ handshake: { hmac } }: Subflow): boolean {
  return hmac.synAck !== 'absent' && hmac.ack !== 'absent';
}
