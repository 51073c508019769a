import type { PlannedNode } from '../../../model/plan.js';
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
      const needed = announcements(nodes.get(server), announced);
      if (accepted >= needed) return [];
      const at = ['nodes', client, 'mptcp', 'limits', 'addAddrAccepted'];
      return {
        at,
        message: `${client} accepts ${accepted} announced address(es), ${server} announces ${needed}`,
        consequence: `${client} confirms the ADD_ADDR (EchoAdd counts at the server) and joins nothing beyond the limit.`,
        mend: `Set the limit to ${needed}, or leave it out.`,
        changes: [{ op: 'replace', path: pointer(...at), value: needed }],
        safe: true,
      };
    }),
};

/** All that are sent until the last one that matters; those of another family count with them. */
function announcements(server: PlannedNode | undefined, announced: readonly string[]): number {
  const sent = (server?.mptcp.endpoints ?? []).filter(({ flags }) => flags.includes('signal'));
  return 1 + sent.findLastIndex(({ address }) => announced.includes(address));
}
