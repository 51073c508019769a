import { pointer } from '../../../model/pointer.js';
import { clientsOf, serversOf } from '../../roles.js';
import type { LintContext } from '../../context.js';
import type { Mistake, Rule } from '../../rule.js';
import { sysctlOf } from '../../sysctl.js';

const staleKey = 'net.mptcp.stale_loss_cnt';
const blackholeKey = 'net.mptcp.blackhole_timeout';
/** Outside of these a path that goes silent was measured to be left late, or not reliably. */
const [leastStale, mostStale] = [3, 8];

export const staleLossCount: Rule = {
  id: 'mptcp/stale-loss-count',
  severity: 'warning',
  summary: 'a stale_loss_cnt with which a silent path is left late',
  check: (context) =>
    atEnds(
      context,
      staleKey,
      (value) => value < leastStale || value > mostStale,
      (node, value) => ({
        message: `${staleKey} is ${value} on ${node}`,
        consequence:
          value < leastStale
            ? 'A silent subflow is called stale only if another one has no loss at all, which few have: after a cut, the rate stays low for seconds.'
            : `A silent subflow is called stale after ${value} retransmissions only: after a cut, the rate stays low for seconds.`,
      }),
    ),
};

export const blackholeMemory: Rule = {
  id: 'mptcp/blackhole-memory',
  severity: 'warning',
  summary: 'a client that stops using MPTCP after one dropped SYN',
  check: (context) =>
    atEnds(
      context,
      blackholeKey,
      (value) => value > 0,
      (node, value) => ({
        message: `${blackholeKey} is ${value} s on ${node}`,
        consequence: `One SYN lost with its MP_CAPABLE, and every connection of ${node} is plain TCP for ${value} s (MPCapableSYNTXDisabled counts): experiments fail that would pass alone.`,
      }),
    ),
};

/** A kernel parameter of an experiment's ends that is not as it should be. */
function atEnds(
  context: LintContext,
  key: string,
  isWrong: (value: number) => boolean,
  words: (node: string, value: number) => Pick<Mistake, 'message' | 'consequence'>,
): Mistake[] {
  const ends = new Set([...clientsOf(context), ...serversOf(context)]);
  return context.plan.nodes.flatMap((node) => {
    const value = Number(sysctlOf(node, key) ?? NaN);
    if (!ends.has(node.name) || !isWrong(value)) return [];
    const at = ['nodes', node.name, 'sysctls', key];
    return {
      ...{ at, ...words(node.name, value), mend: `Remove ${key}.` },
      changes: [{ op: 'remove', path: pointer(...at) }],
    };
  });
}
