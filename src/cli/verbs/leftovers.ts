import type { FoundLeftover, Leftover } from '../../drive/leftover.js';
import { findLeftovers } from '../../drive/leftovers.js';
import { labDirs } from '../../drive/load-plan.js';
import { formatProblem, LabError, type Problem } from '../../errors.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';

interface Removal {
  readonly leftover: Leftover;
  /** Why it is still there; empty where it is gone. */
  readonly problems: readonly Problem[];
}

/** Lists what labs have on this host; with `--remove` takes away what no lab knows any more. */
export async function leftovers(call: Call): Promise<Outcome> {
  call.emit({ type: 'step', step: 'leftovers', detail: 'namespaces, machines, files' });
  const found = await findLeftovers(await labDirs('.subflow'), call);
  const orphans = found.filter(({ orphaned }) => orphaned);
  const removals = call.options.remove ? await removeAll(orphans, call) : [];
  const failed = removals.some(({ problems }) => problems.length > 0);
  return {
    exitCode: failed ? exitCodes.broken : exitCodes.ok,
    text: text(found, removals, call),
    document: {
      leftovers: found.map(plain),
      ...(call.options.remove && {
        removals: removals.map(({ leftover, problems }) => ({ name: leftover.name, problems })),
      }),
    },
  };
}

async function removeAll(
  orphans: readonly FoundLeftover[],
  { signal, emit }: Call,
): Promise<Removal[]> {
  const removals: Removal[] = [];
  for (const leftover of orphans) {
    signal.throwIfAborted();
    emit({ type: 'step', step: 'remove', detail: leftover.name });
    removals.push({ leftover, problems: await remove(leftover, signal) });
  }
  return removals;
}

async function remove(leftover: FoundLeftover, signal: AbortSignal): Promise<readonly Problem[]> {
  try {
    await leftover.remove(signal);
    return [];
  } catch (error) {
    if (error instanceof LabError) return error.problems;
    throw error;
  }
}

function text(found: readonly Leftover[], removals: readonly Removal[], call: Call): string {
  const lines = found.map((leftover) => line(leftover, call));
  const outcomes = removals.map(({ leftover, problems }) =>
    problems.length === 0
      ? `removed ${leftover.kind} ${leftover.name}`
      : `${leftover.kind} ${leftover.name} is still there:\n${problems.map(formatProblem).join('\n')}`,
  );
  const end = outcomes.length === 0 ? [summary(found)] : [];
  return [...lines, ...outcomes, ...end].join('\n') + '\n';
}

function line(leftover: Leftover, { terminal }: Call): string {
  const { provider, kind, name, details, labDir, orphaned, reason } = leftover;
  const what = orphaned ? terminal.paint('yellow', 'left over') : terminal.paint('green', 'in use');
  const of = [provider, labDir === null ? null : `lab in ${labDir}`, ...details];
  const about = of.filter((word) => word !== null).join('; ');
  return `${what}: ${kind} ${name}: ${reason}\n  ${about}`;
}

function summary(found: readonly Leftover[]): string {
  const count = found.filter(({ orphaned }) => orphaned).length;
  return count === 0
    ? 'nothing is left over'
    : `${count} left over\n  -> subflow leftovers --remove`;
}

function plain({
  provider,
  kind,
  name,
  details,
  labDir,
  orphaned,
  reason,
}: FoundLeftover): Leftover {
  return { provider, kind, name, details, labDir, orphaned, reason };
}
