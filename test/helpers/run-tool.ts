import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';

/** Runs a program to its end and returns what it printed; fails with all it said. */
export function runTool(
  argv: readonly [string, ...string[]],
  options: ExecFileSyncOptions = {},
): Buffer {
  const [program, ...args] = argv;
  try {
    return execFileSync(program, args, { stdio: 'pipe', maxBuffer: 1 << 28, ...options }) as Buffer;
  } catch (error) {
    const { stdout, stderr, message } = error as Error & { stdout?: Buffer; stderr?: Buffer };
    throw new Error([message, stdout, stderr].filter(Boolean).join('\n'), { cause: error });
  }
}

/** Hands a program values, each a line in JSON, and reads one a line back. */
export function askProgram<T>(
  argv: readonly [string, ...string[]],
  values: readonly unknown[],
  env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C.UTF-8' },
): T[] {
  const input = values.map((value) => JSON.stringify(value) + '\n').join('');
  const lines = runTool(argv, { input, env }).toString().trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}
