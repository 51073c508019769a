import { fileURLToPath } from 'node:url';
import { askProgram } from '../helpers/run-tool.js';

const rig = fileURLToPath(new URL('../rig', import.meta.url));

/** Asks a program of Debian sid (docs/rig.md has where it is), as `askProgram` asks one of the host. */
export function askInSid<T>(argv: readonly string[], values: readonly unknown[]): T[] {
  const enter = `exec ${JSON.stringify(rig)}/enter-sid "$SUBFLOW_RIG/sid" "$@"`;
  return askProgram<T>([`${rig}/env`, 'sh', '-c', enter, 'sh', ...argv], values);
}
