import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../errors.js';
import { parsePlan } from '../model/parse-plan.js';
import type { Plan } from '../model/plan.js';
import { parseJson } from './parse-json.js';
import { readText } from './read-text.js';
import { providersIn } from './state-dir.js';

/** The file of a lab's directory that holds its plan. */
const planFile = 'lab.json';

/**
 * Reads the plan of a lab's directory, whoever wrote it.
 *
 * @throws LabError `topology-unreadable`, `topology-invalid`
 */
export async function loadPlan(dir: string): Promise<Plan> {
  const file = join(dir, planFile);
  const value = parseJson(file, await readText(file));
  try {
    return parsePlan(value);
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    const located = error.problems.map((it) => ({ ...it, where: `${file}#${it.where}` }));
    throw new LabError(error.code, located, { cause: error });
  }
}

/** Whether a lab was generated in the directory. */
export async function hasPlan(dir: string): Promise<boolean> {
  return access(join(dir, planFile)).then(
    () => true,
    () => false,
  );
}

/** Whether there is a lab in the directory: its plan, or what was left of one that was up. */
export async function holdsLab(dir: string): Promise<boolean> {
  return (await hasPlan(dir)) || providersIn(dir).length > 0;
}

/** The directories below `parent` that hold a lab; none where there is no such parent. */
export async function labDirs(parent: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  const dirs = names.sort().map((name) => join(parent, name));
  const found = await Promise.all(dirs.map(holdsLab));
  return dirs.filter((_, index) => found[index]);
}
