import { sysctlNumber } from '../../sysctl.js';
import type { Rule } from '../../rule.js';

const key = 'net.ipv4.ip_default_ttl';
const kernelDefault = 64;

export const ttlTooLow: Rule = {
  id: 'routing/ttl-too-low',
  severity: 'error',
  summary: 'a time to live shorter than the way to the other end',
  check: ({ flows }) =>
    flows
      .filter(({ experiment }) => experiment.family === 'ipv4')
      .flatMap(({ client, server, there, back }) => [
        { node: client, other: server, trace: there },
        { node: server, other: client, trace: back },
      ])
      .filter(({ node, trace: { steps } }) => sysctlNumber(node, key, kernelDefault) < steps.length)
      .map(({ node, other, trace: { steps } }) => ({
        at: ['nodes', node.name, 'sysctls', key],
        message: `packets of ${node.name} live for ${sysctlNumber(node, key, kernelDefault)} hop(s), ${other.name} is ${steps.length} away`,
        consequence:
          'A router on the way drops them and says "time exceeded": the client gets "No route to host", or nothing.',
        mend: `Remove ${key}: 64 is the default.`,
      })),
};
