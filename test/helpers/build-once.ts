import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs before the end-to-end tests: what they run is what would be published. */
export default function buildOnce(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
}
