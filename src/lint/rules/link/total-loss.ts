import { portsOf } from '../../context.js';
import type { Rule } from '../../rule.js';

export const totalLoss: Rule = {
  id: 'link/total-loss',
  severity: 'error',
  summary: 'a link that loses every packet',
  check: ({ plan, topology }) =>
    plan.nodes
      .flatMap(portsOf)
      .filter(({ nic }) => nic.shaper?.netem?.lossPercent === 100)
      .map(({ node, nic, index }) => {
        const own = topology?.nodes[node.name]?.interfaces[index]?.impairment?.lossPercent;
        const owner =
          own === undefined ? ['segments', nic.segment] : ['nodes', node.name, 'interfaces', index];
        return {
          at: [...owner, 'impairment', 'lossPercent'],
          message: `${nic.device} of ${node.name} loses 100 % of what it sends`,
          consequence: 'Nothing leaves it: connections and joins that way time out.',
          mend: 'Lower the loss, or remove the interface.',
        };
      }),
};
