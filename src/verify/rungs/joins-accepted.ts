import type { Rung } from '../../model/verdict.js';
import { growth } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import { failed, passed, type Demand } from './rung.js';

/** What the server counted: every join acknowledged (MPJoinAckRx), none rejected (MPJoinRejected). */
export function judgeJoinsAccepted({ evidence }: Observation): Rung {
  const { paths, announced } = evidence.experiment;
  // One join may come from a further path and go to an announced address.
  const wanted = Math.max(1, paths.length - 1, announced.length);
  const demand: Demand = {
    id: 'joins-accepted',
    expected: `server: MPJoinAckRx +${wanted} or more, MPJoinRejected +0`,
    why: 'The server verified the HMAC of each join and kept the subflow.',
  };
  const { server } = evidence.counters;
  const acknowledged = growth(server, 'MPTcpExtMPJoinAckRx');
  const rejected = growth(server, 'MPTcpExtMPJoinRejected');
  const measured = `MPJoinAckRx +${acknowledged}, MPJoinRejected +${rejected}`;
  if (rejected > 0) {
    const reason =
      "The server rejects joins: its subflow limit is too low (ip mptcp limits show), or its program closed the connection's reading side.";
    return failed(demand, { measured, reason });
  }
  if (acknowledged < wanted) {
    const reason = "Not every path's join was completed on the server.";
    return failed(demand, { measured, reason });
  }
  return passed(demand, measured);
}
