import type { Rung } from '../../model/verdict.js';
import { expectedJoins } from '../expected-join.js';
import type { Observation } from '../observation.js';
import { isOfConnection, type Subflow } from '../subflow.js';
import { failed, inconclusive, passed, type Demand } from './rung.js';

const demand: Demand = {
  id: 'hmac',
  expected: 'in the SYN/ACK and the ACK of every join the HMAC of its nonces under both keys',
  why: 'Only who knows both keys of this connection can join it: they were recomputed from the packets.',
};

/** An HMAC of a join, as it was recomputed (RFC 8684 section 3.2). */
interface Checked {
  readonly step: 'SYN/ACK' | 'ACK';
  readonly join: Subflow;
  readonly verdict: Subflow['handshake']['hmac']['ack'];
}

/** Both HMACs of every join: the server's in the SYN/ACK, the client's in the ACK. */
export function judgeHmac({ joins, initial, evidence }: Observation): Rung {
  const own = joins.filter((join) => isOfConnection(join, initial));
  const checks = own.flatMap(checksOf);
  const seen = checks.filter(({ verdict }) => verdict !== 'absent');
  const right = seen.filter(({ verdict }) => verdict === 'valid');
  const measured = seen.length === 0 ? 'none' : `${right.length} of ${seen.length} right`;
  const wrong = checks.filter(({ verdict }) => verdict === 'wrong');
  if (wrong.length > 0) {
    const reason = `The HMAC in the ${wrong.map(nameOf).join(' and in the ')} is wrong: something on the way changes keys or nonces, or who joined does not know them.`;
    return failed(demand, { measured, reason });
  }
  const without = expectedJoins(evidence.experiment).filter(
    ({ matches }) => !own.filter(matches).some(hasBoth),
  );
  if (without.length > 0) {
    const reason = `The join ${without.map(({ which }) => which).join(' and ')} did not get as far as both HMACs.`;
    return failed(demand, { measured, reason });
  }
  if (right.length < seen.length) {
    const reason = 'The captures do not hold the keys and nonces to recompute them from.';
    return inconclusive(demand, { measured, reason });
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

function nameOf({ step, join }: Checked): string {
  return `${step} of the join from ${join.client.address}`;
}
