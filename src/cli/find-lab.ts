import { basename, resolve } from 'node:path';
import type { LabStatus } from '../drive/driver.js';
import { hasPlan, holdsLab, labDirs, loadPlan } from '../drive/load-plan.js';
import { LabError } from '../errors.js';
import { labOf, type Lab } from '../lab.js';
import type { Call } from './call.js';
import { dirOption } from './dir-option.js';

export interface FoundLab {
  readonly dir: string;
  readonly lab: Lab;
}

const parent = '.subflow';

/**
 * Finds a lab on disk, without its topology: in `--dir`; else the only one below `.subflow`, or the
 * only one of them that runs. Its neighbours may be beyond reading.
 *
 * @throws LabError `lab-not-running` where there is none, `unknown-name` where it is not clear which
 */
export async function findLab(call: Call): Promise<FoundLab> {
  if (call.options.dir !== undefined) return open(call.options.dir);
  const dirs = await labDirs(parent);
  const [first] = dirs;
  if (first === undefined || dirs.length === 1) return first ? open(first) : none(parent);
  return theOne(await lookAll(dirs, call));
}

/**
 * All labs below `.subflow`, with what of them runs. Those beyond reading are passed over with a
 * warning.
 *
 * @throws LabError `lab-not-running` where there is none
 */
export async function findLabs(call: Call): Promise<readonly SeenLab[]> {
  const dirs = await labDirs(parent);
  return dirs.length === 0 ? none(parent) : lookAll(dirs, call);
}

/** The lab of `--dir`, with what of it runs. */
export async function seeLab(dir: string, { signal, emit }: Call): Promise<SeenLab> {
  const { lab } = await open(dir);
  return { dir, lab, status: await lab.status({ dir, signal, onEvent: emit }) };
}

async function lookAll(dirs: readonly string[], call: Call): Promise<SeenLab[]> {
  return (await Promise.all(dirs.map((dir) => look(dir, call)))).flat();
}

/** As `findLab` finds it, though nothing be left of its plan: to be ended, a lab needs none. */
export async function findRemains(call: Call): Promise<{ dir: string; name: string }> {
  const dirs = call.options.dir === undefined ? await labDirs(parent) : [call.options.dir];
  const [dir = parent] = dirs;
  if (dirs.length <= 1 && !(await holdsLab(dir))) return none(dir);
  const found = dirs.length === 1 ? dir : (await findLab(call)).dir;
  const name = await loadPlan(found).then(
    (plan) => plan.name,
    () => basename(resolve(found)),
  );
  return { dir: found, name };
}

export interface SeenLab extends FoundLab {
  readonly status: LabStatus;
}

/** The lab and whether it runs; nothing but a warning where that cannot be told. */
async function look(dir: string, call: Call): Promise<SeenLab[]> {
  try {
    return [await seeLab(dir, call)];
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    call.emit({
      type: 'warning',
      code: error.code,
      message: `${dir} is passed over: ${error.problems[0]?.message ?? error.message}`,
      next: `Mend it, or end what runs of it: subflow destroy ${dirOption(dir)}`,
    });
    return [];
  }
}

function theOne(labs: readonly SeenLab[]): FoundLab {
  const running = labs.filter(({ status }) => status.running);
  const candidates = running.length === 1 ? running : labs;
  const [only] = candidates;
  if (only === undefined) return none(parent);
  if (candidates.length === 1) return only;
  const dirs = labs.map(({ dir }) => dir);
  throw new LabError('unknown-name', [
    {
      where: parent,
      message: `holds several labs: ${dirs.join(', ')}`,
      next: `Name one, e.g. ${dirOption(dirs[0] ?? '')}.`,
    },
  ]);
}

async function open(dir: string): Promise<FoundLab> {
  if (!(await hasPlan(dir))) return none(dir);
  return { dir, lab: labOf(await loadPlan(dir)) };
}

function none(where: string): never {
  throw new LabError('lab-not-running', [
    {
      where,
      message: 'there is no lab here',
      next: 'Bring one up by `subflow up`, or name its directory by --dir.',
    },
  ]);
}
