import { randomUUID } from 'node:crypto';
import { chmod, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LabError } from '../errors.js';
import type { Artifact } from '../model/provider.js';
import { compareArtifacts, type ArtifactState, type Comparison } from './compare-artifacts.js';
import { manifestArtifact, manifestPath } from './manifest.js';
import { identityOf } from './process-identity.js';
import { makeDirectory } from './make-directory.js';
import { replaceFile } from './replace-file.js';

/** POSIX paths of what `writeArtifacts` did. */
export interface WriteSummary {
  readonly dir: string;
  readonly created: readonly string[];
  readonly changed: readonly string[];
  /** Same bytes: not touched. */
  readonly unchanged: readonly string[];
  /** Generated earlier, wanted no more. Those edited since are left alone. */
  readonly removed: readonly string[];
}

/** How a directory differs from what would be generated; empty when it does not. */
export type Drift = readonly DriftedFile[];

export interface DriftedFile {
  readonly path: string;
  /** What `writeArtifacts` would do; `foreign` it would refuse. */
  readonly action: Exclude<ArtifactState, 'same'> | 'remove';
  /** The file's text; null where there is none, and of one to be removed. */
  readonly actual: string | null;
  /** The text it should have, or null where it should not be. */
  readonly expected: string | null;
}

/** What follows: the pid of who writes it, and what tells it from others of that process. */
const temporaryPrefix = '.subflow-tmp';

/**
 * Makes a directory hold exactly these generated files: writes what differs, leaves the rest
 * untouched, removes generated files that are wanted no more. Each write is atomic, and a run killed
 * in the middle is completed by the next.
 *
 * @throws LabError `foreign-file`, before anything is written, with every file in the way
 */
export async function writeArtifacts(
  dir: string,
  artifacts: readonly Artifact[],
): Promise<WriteSummary> {
  const comparison = await compareArtifacts(dir, artifacts);
  refuseForeign(comparison);
  await claim(dir, comparison);
  for (const { artifact, state } of comparison.artifacts) {
    if (state === 'same') await makeExecutable(dir, artifact.path);
    else if (artifact.path !== manifestPath) await write(dir, artifact);
  }
  for (const path of comparison.orphans) await remove(dir, path);
  await release(dir, comparison);
  return summarize(dir, comparison);
}

/** What `writeArtifacts` would do; changes nothing. */
export async function checkArtifacts(dir: string, artifacts: readonly Artifact[]): Promise<Drift> {
  const comparison = await compareArtifacts(dir, artifacts);
  const drifted = comparison.artifacts.flatMap(({ artifact, state, actual }): DriftedFile[] =>
    state === 'same'
      ? []
      : [
          {
            path: artifact.path,
            action: state,
            actual: actual && textOf(actual),
            expected: textOf(artifact.content),
          },
        ],
  );
  const orphans = comparison.orphans.map((path): DriftedFile => ({
    path,
    action: 'remove',
    actual: null,
    expected: null,
  }));
  return [...drifted, ...orphans];
}

function refuseForeign({ artifacts }: Comparison): void {
  const problems = artifacts.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) throw new LabError('foreign-file', problems);
}

/** Before the first file: a manifest of old and new ones, so that after a kill all of them are known as ours. */
async function claim(dir: string, { artifacts, before, after }: Comparison): Promise<void> {
  await makeDirectory(dir);
  await forgetTemporaries(dir);
  if (artifacts.every(({ state }) => state === 'same')) return;
  await write(dir, manifestArtifact(new Map([...before, ...after])));
}

/** Removes what killed processes did not get to rename; others may be writing here right now. */
async function forgetTemporaries(dir: string): Promise<void> {
  const names = await readdir(dir);
  for (const name of names.filter((it) => it.startsWith(temporaryPrefix))) {
    const pid = Number(name.split('.')[2]);
    if (!(pid > 0) || identityOf(pid) === null) await rm(join(dir, name), { force: true });
  }
}

async function release(dir: string, { artifacts, after }: Comparison): Promise<void> {
  if (artifacts.every(({ state }) => state === 'same')) return;
  await write(dir, manifestArtifact(after));
}

async function write(dir: string, { path, content }: Artifact): Promise<void> {
  const target = join(dir, path);
  const temporary = join(dir, `${temporaryPrefix}.${process.pid}.${randomUUID()}`);
  await makeDirectory(dirname(target));
  await replaceFile(target, content, { temporary, mode: isScript(path) ? 0o777 : 0o666 });
}

/** Scripts are executable. Windows knows no such bit. */
async function makeExecutable(dir: string, path: string): Promise<void> {
  if (!isScript(path) || process.platform === 'win32') return;
  const file = join(dir, path);
  const { mode } = await stat(file);
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o111);
}

function isScript(path: string): boolean {
  return path.endsWith('.sh');
}

/** Removes a file and the directories it leaves empty. */
async function remove(dir: string, path: string): Promise<void> {
  await rm(join(dir, path), { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    const emptied = await rmdir(join(dir, parent)).then(
      () => true,
      () => false,
    );
    if (!emptied) return;
  }
}

function summarize(dir: string, { artifacts, orphans }: Comparison): WriteSummary {
  const paths = (wanted: ArtifactState) =>
    artifacts.filter(({ state }) => state === wanted).map(({ artifact }) => artifact.path);
  return {
    dir,
    created: paths('create'),
    changed: paths('change'),
    unchanged: paths('same'),
    removed: orphans,
  };
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
}
