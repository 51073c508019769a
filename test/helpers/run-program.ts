import { build, type StdinOptions } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Bundles a TypeScript program of the tests for plain node and returns where it is. */
export async function bundleProgram(source: URL | StdinOptions): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'subflow-program-'));
  const outfile = join(dir, 'program.mjs');
  const banner = {
    js: "import {createRequire} from 'node:module';const require=createRequire(import.meta.url);",
  };
  await build({
    ...(source instanceof URL ? { entryPoints: [fileURLToPath(source)] } : { stdin: source }),
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner,
    external: ['jiti', 'cpu-features', '*.node'], // as scripts/build.mjs has them
    logLevel: 'error',
  });
  await chmod(dir, 0o755); // Other users run it too.
  return outfile;
}
