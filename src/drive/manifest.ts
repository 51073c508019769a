import type { Artifact } from '../model/provider.js';
import { sha256 } from '../model/sha256.js';

/** Lists the generated files of a directory: `sha256sum`-like, as JSON. */
export const manifestPath = '.subflow-manifest.json';

/** SHA-256 in hex by POSIX path. */
export type Manifest = ReadonlyMap<string, string>;

export function manifestOf(artifacts: readonly Artifact[]): Manifest {
  return new Map(artifacts.map(({ path, content }) => [path, sha256(content)]));
}

export function manifestArtifact(manifest: Manifest): Artifact {
  const files = Object.fromEntries([...manifest].sort(([a], [b]) => (a < b ? -1 : 1)));
  const content = JSON.stringify({ generatedBy: 'subflow', schemaVersion: 1, files }, null, 2);
  return { path: manifestPath, content: content + '\n' };
}

/**
 * Reads a manifest as what it is: a file anybody may have edited. Null where it is not a manifest at
 * all; entries whose path leads out of the directory are not believed.
 */
export function parseManifest(text: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const files = (value as { files?: unknown } | null)?.files;
  if (typeof files !== 'object' || files === null) return null;
  const entries = Object.entries(files).filter(
    (entry): entry is [string, string] => isInside(entry[0]) && typeof entry[1] === 'string',
  );
  return new Map(entries);
}

/** Whether a POSIX path stays below the directory it is relative to, on every system. */
export function isInside(path: string): boolean {
  return (
    !/[\\:\0]/.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
