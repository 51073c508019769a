import { spawnSync } from 'node:child_process';

/** What a benchmark times: `once` gives the milliseconds of one run. */
export interface Subject {
  readonly name: string;
  readonly once: () => number | Promise<number>;
}

export interface Timing {
  readonly name: string;
  readonly minMs: number;
  readonly medianMs: number;
  readonly maxMs: number;
}

/** Runs the subjects in turn, A B C A B C ..., so that a drifting machine drifts for all of them. */
export async function timeInTurn(subjects: readonly Subject[], runs: number): Promise<Timing[]> {
  const times = subjects.map((): number[] => []);
  for (let run = -1; run < runs; run += 1) {
    for (const [index, subject] of subjects.entries()) {
      const ms = await subject.once();
      if (run >= 0) times[index]!.push(ms);
    }
  }
  return subjects.map(({ name }, index) => summary(name, times[index]!));
}

/** A command that a benchmark runs as a whole process. */
export interface Command {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export function wholeProcess(command: Command): Subject {
  return {
    name: command.name,
    once: () => {
      const start = performance.now();
      outputOf(command);
      return performance.now() - start;
    },
  };
}

export function outputOf({ name, argv: [program, ...args], cwd, env, input }: Command): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} failed: ${error?.message ?? stderr.slice(-400)}`);
  return stdout;
}

function summary(name: string, times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { name, minMs: sorted[0]!, medianMs: median(sorted), maxMs: sorted.at(-1)! };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

export function medianOf(timings: readonly Timing[], name: string): number {
  return timings.find((timing) => timing.name === name)!.medianMs;
}
