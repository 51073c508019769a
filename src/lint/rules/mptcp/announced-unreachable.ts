import { parseAddress } from '../../../model/ip.js';
import { multi } from '../../roles.js';
import { lookUp } from '../../routing/look-up.js';
import { trace, type Loss } from '../../routing/trace.js';
import type { Rule } from '../../rule.js';
import { causes } from '../routing/losses.js';

export const announcedUnreachable: Rule = {
  id: 'mptcp/announced-unreachable',
  severity: 'error',
  summary: 'an announced address that the client has no way to',
  unless: [...causes, 'mptcp/endpoint-address-unowned', 'routing/forwarding-off', 'routing/loop'],
  check: (context) =>
    multi(context.plan.experiments).flatMap(({ client, server, announced }) => {
      const node = context.nodes.get(client);
      return announced.flatMap((address) => {
        const to = parseAddress(address);
        if (node === undefined || to === null) return [];
        const device = lookUp(node, { from: null, to, device: null })?.device;
        const nic = node.interfaces.find((candidate) => candidate.device === device);
        const source = nic?.addresses.find(({ family }) => family === to.family)?.address ?? '';
        const way = trace(context, node, { from: parseAddress(source), to, device: null });
        if (way.loss === null) return [];
        return {
          at: ['nodes', server, 'mptcp', 'endpoints'],
          message: `${server} announces ${address}, and ${way.end.name} ${inWords[way.loss]}`,
          consequence: `${client} sends a join there that is never answered; each connection tries anew.`,
          mend: `Plug a router into the segment of ${address}, or list the endpoints of ${server} without it.`,
        };
      });
    }),
};

const inWords: Readonly<Record<Loss, string>> = {
  'no-route': 'has no route to it',
  'no-neighbour': 'finds nobody who has it',
  'not-forwarding': 'does not forward',
  'reverse-path': "filters the client's packets (rp_filter)",
  loop: 'sends packets for it round in a circle',
};
