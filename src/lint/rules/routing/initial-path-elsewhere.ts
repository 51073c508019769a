import type { Rule } from '../../rule.js';

export const initialPathElsewhere: Rule = {
  id: 'routing/initial-path-elsewhere',
  severity: 'error',
  summary: "routes that take the first subflow to another interface than the lowest metric's",
  check: ({ flows }) =>
    flows.flatMap(({ initial, there, client, path, experiment }) => {
      const by = there.steps[0]?.device;
      if (!initial || by === undefined || by === path.device) return [];
      return {
        at: ['nodes', client.name, 'routes'],
        message: `the best route of ${client.name} to ${experiment.serverAddress} leaves by ${by}, its first path is ${path.device}`,
        consequence: `The connection opens on ${by}: ${path.device} carries nothing of it, and joins are not where they are expected.`,
        mend: `Give the route by ${path.device} the lowest metric, or leave "routes" out to have them planned.`,
      };
    }),
};
