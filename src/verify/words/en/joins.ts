import { rungs } from './rungs.js';

/** A join by one of its ends, and why it is not there. */
export const joins = {
  from: (address: string) => `from ${address}`,
  to: (address: string) => `to ${address}`,
  missing: (which: string) => `no MP_JOIN ${which}`,
  plainTcp: 'The connection is plain TCP, so there is nothing to join.',
  noWay: (device: string, address: string) =>
    `No segment or router leads from ${device} (${address}) to the server: plug a router in there, or list the client's endpoints without ${address}.`,
  couldNotSend: (counters: string, address: string) =>
    `The client tried and could not send (${counters}): is ${address} on an interface that is up?`,
  neverTried: (address: string) =>
    `The client never tried: no endpoint ${address} with the flag subflow (ip mptcp endpoint show), or the client's subflow limit is too low (ip mptcp limits show).`,
  halfClosed:
    "The client's program closed its half of the connection before the join could be sent, and from then on Linux opens no subflow.",
  notAnnounced: (address: string) =>
    `The server did not announce ${address}: no endpoint ${address} with the flag signal (ip mptcp endpoint show).`,
  notFollowed: (address: string) =>
    `The client did not follow the server's announcement of ${address}: its limits are too low (ip mptcp limits show), or no route leads there.`,
  otherToken: (which: string) => `MP_JOIN ${which} with another token`,
  ofAnother: (which: string) => `The join ${which} belongs to another connection.`,
  unanswered: (which: string) => `the MP_JOIN ${which} got no answer`,
  cut: (by: string) =>
    `The SYN left by ${by} and nothing came back: the path is cut, a firewall drops it, or the way back is missing.`,
  misled: (by: string, device: string, address: string) =>
    `The SYN left by ${by} instead of ${device} and nothing came back: the source address ${address} needs a policy rule.`,
  plainAnswer: (which: string) => `the answer to the MP_JOIN ${which} has no MP_JOIN`,
  stripped: (device: string) => `Something on the path of ${device} strips TCP option 30.`,
  reset: (which: string) => `the MP_JOIN ${which} was reset by the server`,
  rejects: rungs['joins-accepted'].rejects,
  incomplete: (which: string) =>
    `The join ${which} was not completed: option 30 is stripped from ACKs, or the program no longer listens.`,
};
