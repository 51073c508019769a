import type { Rung } from '../../model/verdict.js';
import { growth } from '../counter-growth.js';
import { expectedJoins, type ExpectedJoin } from '../expected-join.js';
import type { Observation } from '../observation.js';
import { isJoined, isOfConnection, type Subflow } from '../subflow.js';
import type { VerdictWords } from '../words/words.js';
import { failed, passed, type Demand, type Finding } from './rung.js';

/** The joins expected, each for this connection, answered and not reset. */
export function judgeMpJoin(observation: Observation, words: VerdictWords): Rung {
  const say = words.rungs['mp-join'];
  const expected = expectedJoins(observation.evidence.experiment, words);
  const which = words.list(expected.map((join) => join.which));
  const demand: Demand = { id: 'mp-join', expected: say.expected(which), why: say.why };
  if (expected.length === 0) return failed(demand, say.oneWay);
  const findings = expected.flatMap((join) => joinFinding(observation, join, words.joins) ?? []);
  if (findings.length > 0) {
    return failed(demand, {
      measured: words.findings(findings.map(({ measured }) => measured)),
      reason: words.sentences(findings.map(({ reason }) => reason)),
    });
  }
  return passed(demand, say.measured(observation.joins.length, tokenOf(observation)));
}

/** Without endpoints and limits nothing may join. */
export function judgeNoJoin({ joins }: Observation, words: VerdictWords): Rung {
  const { noneExpected, whyNone, none, some, foreign } = words.rungs['mp-join'];
  const demand: Demand = { id: 'mp-join', expected: noneExpected, why: whyNone };
  if (joins.length === 0) return passed(demand, none);
  const from = words.list(joins.map(({ client }) => client.address));
  return failed(demand, { measured: some(joins.length, from), reason: foreign });
}

type Say = VerdictWords['joins'];

function joinFinding(observation: Observation, expected: ExpectedJoin, say: Say): Finding | null {
  const { which, matches, whyMissing } = expected;
  const { joins, initial } = observation;
  const own = joins.filter(matches);
  if (own.length === 0) {
    const plain = !initial?.handshake.ack?.capable;
    return { measured: say.missing(which), reason: plain ? say.plainTcp : whyMissing(observation) };
  }
  const matching = own.filter((join) => isOfConnection(join, initial));
  const [join] = matching;
  if (join === undefined) return { measured: say.otherToken(which), reason: say.ofAnother(which) };
  if (matching.some(isJoined)) return null;
  return unansweredJoin(expected, join, say) ?? resetJoin(observation, expected, say);
}

function unansweredJoin(
  { which, device }: ExpectedJoin,
  { handshake: { synAck }, device: by, client }: Subflow,
  say: Say,
): Finding | null {
  if (synAck === null) {
    const isMisled = device !== null && device !== by;
    const reason = isMisled ? say.misled(by, device, client.address) : say.cut(by);
    return { measured: say.unanswered(which), reason };
  }
  if (synAck.join?.step === 'syn-ack') return null;
  return { measured: say.plainAnswer(which), reason: say.stripped(device ?? by) };
}

function resetJoin({ evidence }: Observation, { which }: ExpectedJoin, say: Say): Finding {
  const rejected = growth(evidence.counters.server, 'MPTcpExtMPJoinRejected');
  const measured = say.reset(which);
  return rejected > 0
    ? { measured: `${measured}, MPJoinRejected +${rejected}`, reason: say.rejects }
    : { measured, reason: say.incomplete(which) };
}

function tokenOf({ analysis, initial }: Observation): string | null {
  return analysis.connections[initial?.connection ?? -1]?.server.token ?? null;
}
