import { pointer } from '../../../model/pointer.js';
import { multi } from '../../roles.js';
import type { Rule } from '../../rule.js';

export const announcementNotAccepted: Rule = {
  id: 'mptcp/announcement-not-accepted',
  severity: 'error',
  summary: 'a server that announces addresses to a client that accepts fewer',
  check: ({ plan, nodes }) =>
    multi(plan.experiments).flatMap(({ client, server, announced }) => {
      const accepted = nodes.get(client)?.mptcp.limits.addAddrAccepted ?? 0;
      if (accepted >= announced.length) return [];
      const at = ['nodes', client, 'mptcp', 'limits', 'addAddrAccepted'];
      return {
        at,
        message: `${client} accepts ${accepted} announced address(es), ${server} announces ${announced.length}`,
        consequence: `${client} confirms the ADD_ADDR (EchoAdd counts at the server) and joins nothing beyond the limit.`,
        mend: `Set the limit to ${announced.length}, or leave it out.`,
        changes: [{ op: 'replace', path: pointer(...at), value: announced.length }],
        safe: true,
      };
    }),
};
