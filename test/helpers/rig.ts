import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = fileURLToPath(new URL('../rig', import.meta.url));
const shared = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'subflow-rig');

/** A rig with machines of its own, on the chroot and box of the shared one; see docs/rig.md. */
export interface OwnRig {
  readonly dir: string;
  /** Ends its machines and removes it. */
  clean(): void;
}

/** The Debian whose box and image the tests boot. */
export const rigDebian = debianOf(process.env['SUBFLOW_RIG_DEBIAN'] ?? '13');

/** Makes one and enters it: from here on this process's VBoxManage and Vagrant are the rig's. */
export function enterOwnRig(): OwnRig {
  // Sockets below it have room for 107 bytes.
  const dir = mkdtempSync(join(tmpdir(), 'rig-'));
  enter(dir);
  return {
    dir,
    clean: () => {
      execFileSync(join(scripts, 'clean'));
      rmSync(dir, { recursive: true });
    },
  };
}

/** Enters one that stays, with the images that were built in it. */
export function enterKeptRig(name: string): void {
  const dir = `${shared}-${name}`;
  mkdirSync(dir, { recursive: true });
  enter(dir);
}

function debianOf(release: string): 12 | 13 {
  if (release === '12') return 12;
  if (release === '13') return 13;
  throw new Error(`SUBFLOW_RIG_DEBIAN is 12 or 13, not ${JSON.stringify(release)}`);
}

function enter(dir: string): void {
  process.env['SUBFLOW_RIG_DEBIAN'] = String(rigDebian);
  const box = `debian-${rigDebian}`;
  if (!existsSync(join(shared, box))) execFileSync(join(scripts, 'setup'));
  for (const name of ['sid', box]) {
    rmSync(join(dir, name), { force: true });
    symlinkSync(resolve(shared, readlinkSync(join(shared, name))), join(dir, name));
  }
  process.env['SUBFLOW_RIG'] = dir;
  execFileSync(join(scripts, 'setup'));
  const variables = execFileSync(join(scripts, 'env'), ['env', '-0'], { encoding: 'utf8' });
  for (const variable of variables.split('\0').filter((it) => it !== '')) {
    const at = variable.indexOf('=');
    process.env[variable.slice(0, at)] = variable.slice(at + 1);
  }
}
