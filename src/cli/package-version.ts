import { createRequire } from 'node:module';

/** The version of this package, by its own name so that source and bundle find the same file. */
export function packageVersion(): string {
  const manifest = createRequire(import.meta.url)('subflow/package.json') as { version: string };
  return manifest.version;
}
