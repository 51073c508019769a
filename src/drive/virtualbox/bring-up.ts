import { availableParallelism } from 'node:os';
import { LabError } from '../../errors.js';
import type { Plan, PlannedNode } from '../../model/plan.js';
import type { Context } from '../driver.js';
import type { VagrantMessage } from './machine-readable.js';
import { noteVagrant } from './orphaned-vagrants.js';
import { vagrant } from './vagrant.js';

/** Each VM boots on a processor of its own; more at once only wait for each other. */
const mostAtOnce = Math.min(4, availableParallelism());

/**
 * Boots the nodes. The first Vagrant builds the golden image where it is missing; the others wait for it.
 *
 * @throws LabError `up-failed` with what each node's Vagrant said
 */
export async function bootNodes(plan: Plan, dir: string, context: Context): Promise<void> {
  await onNodes(plan, (node) => ['up', node], dir, context);
}

/**
 * Runs a Vagrant for each of its nodes, some at once: its VirtualBox provider is serial, several Vagrants
 * are not.
 *
 * @throws LabError `up-failed` with what each node's Vagrant said
 */
export async function onNodes(
  plan: Plan,
  argsOf: (node: string) => readonly string[],
  dir: string,
  context: Context,
): Promise<void> {
  const waiting = plan.nodes.filter(({ existingVm }) => existingVm === null);
  const failures: LabError[] = [];
  const work = async () => {
    for (let node = waiting.shift(); node; node = waiting.shift()) {
      if (failures.length > 0) return;
      await runOn(node, argsOf(node.name), dir, context).catch((error: unknown) => {
        if (!(error instanceof LabError)) throw error;
        failures.push(error);
      });
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: mostAtOnce }, work));
  context.signal.throwIfAborted();
  const broken = outcomes.find((outcome) => outcome.status === 'rejected');
  if (broken) throw broken.reason;
  if (failures.length === 0) return;
  throw new LabError(
    'up-failed',
    failures.flatMap(({ problems }) => problems),
  );
}

async function runOn(
  { name }: PlannedNode,
  args: readonly string[],
  dir: string,
  context: Context,
): Promise<void> {
  const { signal, emit } = context;
  const onMessage = (message: VagrantMessage) => {
    const detail = progressOf(message);
    if (detail !== null) emit({ type: 'step', step: name, detail });
  };
  const onStart = (pid: number) => noteVagrant(dir, pid);
  await vagrant(args, { dir, signal, onStart, onMessage });
}

/** What a message tells of the way, without Vagrant's own indent; null where that is nothing. */
export function progressOf({ type, data: [kind = '', text = ''] }: VagrantMessage): string | null {
  if (type !== 'ui' || kind === 'error') return null;
  const detail = text.replace(/^(?:==>)?\s*[\w.-]+:\s/, '').trim();
  return detail === '' ? null : detail;
}
