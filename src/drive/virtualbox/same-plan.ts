import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError, type Problem } from '../../errors.js';
import type { Plan } from '../../model/plan.js';
import { planText } from '../../model/plan-text.js';
import type { NodeHandle } from '../driver.js';
import { commandTimeoutMs } from '../experiment/deadlines.js';
import { isMissing } from '../missing-file.js';

/** @throws LabError `lab-differs` where the directory's files were made from another plan */
export async function assertFilesOf(plan: Plan, dir: string): Promise<void> {
  const text = await textOf(join(dir, 'lab.json'));
  if (text === null || text === planText(plan)) return;
  throw differs([
    {
      where: dir,
      message: 'its lab.json is another plan than this one',
      next: 'Bring up this one: `subflow recreate`; or leave FILE out to take the one that runs.',
    },
  ]);
}

/**
 * Whether the node was booted with the seed that is in the directory now: cloud-init's instance-id
 * has the hash of all the seed says.
 */
export async function seedProblems(
  node: NodeHandle,
  dir: string,
  signal: AbortSignal,
): Promise<Problem[]> {
  const metaData = await textOf(join(dir, 'nodes', node.name, 'meta-data'));
  const [, wanted] = /^instance-id: (\S+)$/m.exec(metaData ?? '') ?? [];
  if (wanted === undefined) return [];
  const options = { signal, timeoutMs: commandTimeoutMs, check: false };
  const { stdout } = await node.exec(['cat', '/var/lib/cloud/data/instance-id'], options);
  const found = stdout.trim();
  if (found === wanted) return [];
  const has = found === '' ? 'has no seed' : `runs seed ${found}`;
  return [
    {
      where: node.name,
      message: `${has}, and the directory has ${wanted}`,
      next: `Boot it with the new one: \`vagrant reload ${node.name}\`, or \`subflow recreate\`.`,
    },
  ];
}

export function differs(problems: readonly Problem[]): LabError {
  return new LabError('lab-differs', problems);
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}
