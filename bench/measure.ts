import { spawnSync } from 'node:child_process';

/** A command that a benchmark runs as a whole process. */
export interface Command {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export interface Timing {
  readonly name: string;
  readonly minMs: number;
  readonly medianMs: number;
  readonly maxMs: number;
}

/** Runs the commands in turn, A B C A B C ..., so that a drifting machine drifts for all of them. */
export function timeInTurn(commands: readonly Command[], runs: number): Timing[] {
  const times = commands.map((): number[] => []);
  for (let run = -1; run < runs; run += 1) {
    commands.forEach((command, index) => {
      const ms = timeOnce(command);
      if (run >= 0) times[index]!.push(ms);
    });
  }
  return commands.map(({ name }, index) => summary(name, times[index]!));
}

function timeOnce({ name, argv: [program, ...args], cwd, env, input }: Command): number {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(program, args, {
    cwd,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`${name} failed: ${error?.message ?? stderr.slice(-400)}`);
  return ms;
}

export function summary(name: string, times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    name,
    minMs: sorted[0]!,
    medianMs: sorted[Math.floor(sorted.length / 2)]!,
    maxMs: sorted.at(-1)!,
  };
}

/** A table of timings, each with its ratio to the row named `against`. */
export function printTimings(title: string, timings: readonly Timing[], against?: string): void {
  const base = timings.find(({ name }) => name === against)?.medianMs;
  console.log(`\n${title}`);
  console.log('                                         min    median       max ms   ratio');
  for (const { name, minMs, medianMs, maxMs } of timings) {
    const cells = [minMs, medianMs, maxMs].map((ms) => ms.toFixed(1).padStart(9)).join(' ');
    const ratio = base === undefined ? '' : (medianMs / base).toFixed(2).padStart(8);
    console.log(`${name.padEnd(34)} ${cells}   ${ratio}`);
  }
}
