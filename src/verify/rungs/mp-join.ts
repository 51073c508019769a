import type { Rung } from '../../model/verdict.js';
import { growth } from '../counter-growth.js';
import { expectedJoins, type ExpectedJoin } from '../expected-join.js';
import type { Observation } from '../observation.js';
import { isJoined, isOfConnection, type Subflow } from '../subflow.js';
import { failed, passed, type Demand } from './rung.js';

/** The joins expected, each for this connection, answered and not reset. */
export function judgeMpJoin(observation: Observation): Rung {
  const expected = expectedJoins(observation.evidence.experiment);
  const demand: Demand = {
    id: 'mp-join',
    expected: `an accepted MP_JOIN with the token of the server's key ${expected.map(({ which }) => which).join(', ')}`,
    why: "The joins belong to this connection: their token is the truncated SHA-256 of the server's key.",
  };
  if (expected.length === 0) {
    const reason = 'The plan knows one way only, and one subflow is not several.';
    return failed(demand, { measured: 'nothing to join', reason });
  }
  const findings = expected.flatMap((join) => joinFinding(observation, join) ?? []);
  if (findings.length > 0) {
    return failed(demand, {
      measured: findings.map(({ measured }) => measured).join('; '),
      reason: findings.map(({ reason }) => reason).join(' '),
    });
  }
  return passed(demand, `${observation.joins.length} join(s) with token ${tokenText(observation)}`);
}

/** Without endpoints and limits nothing may join. */
export function judgeNoJoin({ joins }: Observation): Rung {
  const demand: Demand = {
    id: 'mp-join',
    expected: 'no MP_JOIN on any interface',
    why: 'Without endpoints a connection has one subflow.',
  };
  if (joins.length === 0) return passed(demand, 'none');
  return failed(demand, {
    measured: `${joins.length} MP_JOIN from ${joins.map(({ client }) => client.address).join(', ')}`,
    reason: "Something adds endpoints behind the lab's back: NetworkManager or mptcpd?",
  });
}

function joinFinding(observation: Observation, expected: ExpectedJoin) {
  const { which, matches, whyMissing } = expected;
  const { joins, initial } = observation;
  const own = joins.filter(matches);
  if (own.length === 0) {
    const plain = !initial?.handshake.ack?.capable;
    const reason = plain ? 'The connection is plain TCP, so there is nothing to join.' : null;
    return { measured: `no MP_JOIN ${which}`, reason: reason ?? whyMissing(observation) };
  }
  const matching = own.filter((join) => isOfConnection(join, initial));
  const [join] = matching;
  if (join === undefined) {
    const measured = `MP_JOIN ${which} with another token`;
    return { measured, reason: `The join ${which} belongs to another connection.` };
  }
  return matching.some(isJoined) ? null : failedJoin(observation, expected, join);
}

function failedJoin({ evidence }: Observation, { which, device }: ExpectedJoin, join: Subflow) {
  const by = join.device;
  if (join.handshake.synAck === null) {
    return {
      measured: `the MP_JOIN ${which} got no answer`,
      reason:
        device === null || device === by
          ? `The SYN left by ${by} and nothing came back: the path is cut, a firewall drops it, or the way back is missing.`
          : `The SYN left by ${by} instead of ${device} and nothing came back: the source address ${join.client.address} needs a policy rule.`,
    };
  }
  if (join.handshake.synAck.join?.step !== 'syn-ack') {
    return {
      measured: `the answer to the MP_JOIN ${which} has no MP_JOIN`,
      reason: `Something on the path of ${device ?? by} strips TCP option 30.`,
    };
  }
  const rejected = growth(evidence.counters.server, 'MPTcpExtMPJoinRejected');
  const measured = `the MP_JOIN ${which} was reset by the server`;
  return rejected > 0
    ? {
        measured: `${measured}, MPJoinRejected +${rejected}`,
        reason:
          "The server rejects joins: its subflow limit is too low (ip mptcp limits show), or its program closed the connection's reading side.",
      }
    : {
        measured,
        reason: `The join ${which} was not completed: option 30 is stripped from ACKs, or the program no longer listens.`,
      };
}

function tokenText({ analysis, initial }: Observation): string {
  return analysis.connections[initial?.connection ?? -1]?.server.token ?? 'unknown';
}
