import { nearest } from '../../../model/nearest.js';
import type { Rule } from '../../rule.js';
import { sysctlOf } from '../../sysctl.js';

/** A kernel parameter that names one of a few things. */
interface Choice {
  readonly id: string;
  readonly key: string;
  /** What is chosen, in words. */
  readonly what: string;
  readonly known: readonly string[];
  readonly mend: string;
}

/** As in net/ipv4 of the kernel's sources. */
const congestionControls = [
  ...['reno', 'cubic', 'bbr', 'bic', 'cdg', 'dctcp', 'highspeed', 'htcp', 'hybla', 'illinois'],
  ...['lp', 'nv', 'scalable', 'vegas', 'veno', 'westwood', 'yeah'],
];

const choices: readonly Choice[] = [
  {
    id: 'mptcp/scheduler-unknown',
    key: 'net.mptcp.scheduler',
    what: 'an MPTCP scheduler of the kernel',
    known: ['default'],
    mend: 'Remove it: others are BPF programs, which somebody would have to load before.',
  },
  {
    id: 'mptcp/path-manager-unknown',
    key: 'net.mptcp.path_manager',
    what: 'an MPTCP path manager of the kernel',
    known: ['kernel', 'userspace'],
    mend: 'Remove it: kernel is the default.',
  },
  {
    id: 'sysctl/congestion-control-unknown',
    key: 'net.ipv4.tcp_congestion_control',
    what: 'a congestion control of Linux',
    known: congestionControls,
    mend: 'Remove it: cubic is what the lab is planned with.',
  },
];

export const unknownChoices: readonly Rule[] = choices.map(({ id, key, what, known, mend }) => ({
  ...{ id, severity: 'error', summary: `a ${key} that is not ${what}` },
  check: ({ plan }) =>
    plan.nodes.flatMap((node) => {
      const value = sysctlOf(node, key);
      if (value === undefined || known.includes(value)) return [];
      const meant = nearest(value, known);
      return {
        at: ['nodes', node.name, 'sysctls', key],
        message: `${JSON.stringify(value)} on ${node.name} is not ${what}`,
        consequence: 'The kernel refuses the value: the lab does not come up.',
        mend: meant === null ? mend : `Did you mean ${meant}? ${mend}`,
      };
    }),
}));
