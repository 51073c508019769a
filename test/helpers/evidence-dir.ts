import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedEvidence } from '../../src/model/evidence.js';
import { sha256 } from '../../src/model/sha256.js';

/** Writes evidence as a run leaves it; `text` instead of its evidence.json. */
export async function writeEvidence(
  labDir: string,
  { evidence, captures }: LoadedEvidence,
  text?: string,
): Promise<string> {
  const dir = join(labDir, 'evidence', evidence.experiment.name);
  await mkdir(dir, { recursive: true });
  for (const [name, bytes] of captures) await writeFile(join(dir, name), bytes);
  const files = Object.fromEntries([...captures].map(([name, bytes]) => [name, sha256(bytes)]));
  await writeFile(join(dir, 'evidence.json'), text ?? JSON.stringify({ ...evidence, files }));
  return dir;
}
