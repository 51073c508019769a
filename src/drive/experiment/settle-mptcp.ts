import { mptcpBatch } from '../../iproute2/mptcp-batch.js';
import { policyBatch } from '../../iproute2/policy-batch.js';
import type { PlannedNode } from '../../model/plan.js';
import type { Argv, NodeHandle } from '../driver.js';
import { commandTimeoutMs } from './deadlines.js';
import type { Run } from './run.js';

/** One end of an experiment: how it was planned, and a way to it. */
interface End {
  readonly planned: PlannedNode;
  readonly handle: NodeHandle;
}

const flags = { ipv4: '-4', ipv6: '-6' } as const;
const families = ['ipv4', 'ipv6'] as const;

/**
 * Brings both ends into the state the experiment starts from, does something, and puts the plan's
 * state back. single-subflow runs as the original did, before endpoints, limits and policy rules
 * were set. Both states are made from any other, so what a killed run left behind does not matter.
 */
export async function settledFor(run: Run, action: () => Promise<void>): Promise<void> {
  const ends = endsOf(run);
  if (run.experiment.kind === 'multi-subflow') {
    await settlePlanned(ends, run.context.signal);
    return action();
  }
  try {
    await settleBare(ends, run.context.signal);
    await action();
  } catch (error) {
    await settlePlanned(ends).catch(() => undefined);
    throw error;
  }
  await settlePlanned(ends);
}

function endsOf({ lab, experiment: { client, server } }: Run): End[] {
  return lab.plan.nodes
    .filter(({ name }) => name === client || name === server)
    .map((planned) => ({ planned, handle: lab.node(planned.name) }));
}

async function settleBare(ends: readonly End[], signal?: AbortSignal): Promise<void> {
  for (const { planned, handle } of ends) {
    const ip = commandOf(handle, signal);
    await removePolicies(planned, ip);
    await ip(['mptcp', 'endpoint', 'flush']);
    await ip(['mptcp', 'limits', 'set', 'subflows', '0', 'add_addr_accepted', '0']);
  }
}

async function settlePlanned(ends: readonly End[], signal?: AbortSignal): Promise<void> {
  for (const { planned, handle } of ends) {
    const ip = commandOf(handle, signal);
    await removePolicies(planned, ip);
    for (const family of families) {
      await ip([flags[family], '-batch', '-'], policyBatch(planned, family));
    }
    await ip(['mptcp', 'endpoint', 'flush']);
    await ip(['-batch', '-'], mptcpBatch(planned));
  }
}

/** Line by line, whichever of them are there. */
async function removePolicies(planned: PlannedNode, ip: Ip): Promise<void> {
  for (const family of families) {
    const lines = policyBatch(planned, family).map((line) => line.replace(' add ', ' delete '));
    await ip([flags[family], '-force', '-batch', '-'], lines);
  }
}

type Ip = (args: readonly string[], lines?: readonly string[]) => Promise<void>;

/** Runs ip(8); without lines for its batch there is nothing to do. */
function commandOf(handle: NodeHandle, signal?: AbortSignal): Ip {
  return async (args, lines) => {
    if (lines?.length === 0) return;
    const argv: Argv = ['ip', ...args];
    await handle.exec(argv, {
      check: !args.includes('-force'),
      timeoutMs: commandTimeoutMs,
      ...(lines ? { input: `${lines.join('\n')}\n` } : {}),
      ...(signal ? { signal } : {}),
    });
  };
}
