import { devNull } from 'node:os';
import type { Argv } from './driver.js';
import { spawn } from './exec.js';
import { findProgram } from './find-program.js';

/** Programs that show a file to the person at the desktop, by platform; the first that is there is taken. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly Argv[]>>> = {
  darwin: [['open']],
  win32: [['rundll32', 'url.dll,FileProtocolHandler']],
};

const desktopOpeners: readonly Argv[] = [['wslview'], ['xdg-open'], ['gio', 'open']];

/** An opener that has not failed by then shows the file; some live as long as the browser. */
const patienceMs = 3000;

/** Shows a file, by its absolute path, in the program its user has for it; tells why where it cannot, else null. */
export async function openFile(file: string): Promise<string | null> {
  const candidates = openers[process.platform] ?? desktopOpeners;
  const opener = candidates.find(([name]) => findProgram(name)?.isRunnable);
  const names = candidates.map(([name]) => name).join(', ');
  if (opener === undefined) return `this host has no program to open it with (${names})`;
  const silence = { file: devNull };
  const child = spawn([...opener, file], { stdout: silence, stderr: silence, locale: 'user' });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, patienceMs, null)));
  const ended = await Promise.race([child.exited, late]);
  clearTimeout(timer);
  child.release();
  if (ended === null || ended.exitCode === 0) return null;
  return `${opener[0]} could not open it (${ended.signal ?? `exit code ${ended.exitCode ?? '?'}`})`;
}
