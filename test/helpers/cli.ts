import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CliResult {
  /** 128 and the signal's number where a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const cliPath = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Starts the built command line, as a user would, in the directory. */
export function startCli(
  cwd: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): ChildProcess {
  const env = { ...process.env, NO_COLOR: undefined, ...variables };
  return spawn(process.execPath, [cliPath, ...args], { cwd, env });
}

/** Runs the built command line to its end. */
export async function cli(cwd: string, ...args: string[]): Promise<CliResult> {
  return resultOf(startCli(cwd, args));
}

export async function resultOf(child: ChildProcess): Promise<CliResult> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { exitCode, stdout, stderr };
}

/** Resolves when a stream of the program has said the text. */
export async function saying(
  child: ChildProcess,
  stream: 'stdout' | 'stderr',
  text: string,
): Promise<void> {
  let said = '';
  while (!said.includes(text)) {
    const [chunk] = (await once(child[stream]!, 'data')) as [Buffer];
    said += chunk.toString();
  }
}

/** Writes files below a directory, by path. */
export async function writeFiles(
  dir: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
}
