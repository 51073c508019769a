import { lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError, type Problem } from '../errors.js';
import type { Evidence, LoadedEvidence } from '../model/evidence.js';
import { parseEvidence } from '../model/parse-evidence.js';
import { sha256 } from '../model/sha256.js';
import type { Verdict } from '../model/verdict.js';
import { isMissing } from './missing-file.js';

const evidenceFile = 'evidence.json';
const verdictFile = 'verdict.json';

/**
 * Makes an experiment's evidence directory anew.
 *
 * @throws LabError `foreign-file`, with nothing removed, where a symbolic link would lead elsewhere
 */
export async function freshEvidenceDir(labDir: string, experiment: string): Promise<string> {
  const evidenceDir = join(labDir, 'evidence');
  const dir = join(evidenceDir, experiment);
  const problems = (await Promise.all([evidenceDir, dir].map(notDirectory))).flat();
  if (problems.length > 0) throw new LabError('foreign-file', problems);
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  return dir;
}

async function notDirectory(path: string): Promise<Problem[]> {
  const found = await lstat(path).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    return null;
  });
  if (found === null || found.isDirectory()) return [];
  const message = found.isSymbolicLink()
    ? 'is a symbolic link, which is never followed'
    : 'is in the way of a directory for evidence';
  return [{ where: path, message, next: 'Move it away, or choose another directory.' }];
}

/** Writes what a run left behind, with the SHA-256 of every file beside it. */
export async function saveEvidence(dir: string, evidence: Omit<Evidence, 'files'>): Promise<void> {
  const names = (await readdir(dir)).filter((name) => ![evidenceFile, verdictFile].includes(name));
  const files: Record<string, string> = {};
  for (const name of names.sort()) files[name] = sha256(await readFile(join(dir, name)));
  await writeJson(join(dir, evidenceFile), { ...evidence, files } satisfies Evidence);
}

/**
 * Reads evidence with its captures; captures that are gone or were changed since are left out.
 *
 * @throws LabError `evidence-unreadable`; what the system says where there is no evidence
 */
export async function loadEvidence(dir: string): Promise<LoadedEvidence> {
  const evidence = await readEvidence(join(dir, evidenceFile));
  const captures = new Map<string, Uint8Array>();
  for (const { file } of evidence.captures) {
    const bytes = await bytesOf(join(dir, file));
    if (bytes !== null && sha256(bytes) === evidence.files[file]) captures.set(file, bytes);
  }
  return { evidence, captures };
}

/** Null where there is no such file. Anything may lie there: of a pipe, say, a read never ends. */
async function bytesOf(file: string): Promise<Uint8Array | null> {
  const isFile = (await stat(file).catch(() => null))?.isFile() ?? false;
  return isFile ? readFile(file).catch(() => null) : null;
}

const mostEvidenceBytes = 16 * 2 ** 20;

async function readEvidence(file: string): Promise<Evidence> {
  const stats = await stat(file);
  if (!stats.isFile()) throw unreadable(file, 'is not a regular file');
  if (stats.size > mostEvidenceBytes) throw unreadable(file, `is ${stats.size} bytes long`);
  const text = await readFile(file, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable(file, 'is not JSON');
  }
  return parseEvidence(value);
}

function unreadable(where: string, message: string): LabError {
  const next = 'Run the experiment again: subflow verify';
  return new LabError('evidence-unreadable', [{ where, message, next }]);
}

/** Writes the verdict beside its evidence. */
export async function saveVerdict(dir: string, verdict: Verdict): Promise<void> {
  await writeJson(join(dir, verdictFile), verdict);
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
