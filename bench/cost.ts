import { spawnSync } from 'node:child_process';

/** What a program took: from start to end, of user and system time, and the most memory it held. */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly maxMegabytes: number;
}

export type Argv = readonly [string, ...string[]];

/** The kernel tells it of a parent's children, so each program has a parent of its own. */
const parent = `
import json, resource, subprocess, sys, time
start = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"status": done.returncode, "wallMs": wall * 1000,
                  "cpuMs": (used.ru_utime + used.ru_stime) * 1000,
                  "maxMegabytes": used.ru_maxrss / 1024}))
`;

/** Runs a program, its output thrown away. */
export function costOf(argv: Argv): Cost {
  const { stdout, stderr } = spawnSync('python3', ['-c', parent, ...argv], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  const { status, ...cost } = JSON.parse(stdout) as Cost & { readonly status: number };
  // 4: a file that was cut on purpose.
  if (status !== 0 && status !== 4) throw new Error(`${argv.join(' ')}: exit code ${status}`);
  return cost;
}

/** Runs programs in turn, A B C A B C ..., and gives of each the run with the median CPU time. */
export function costsInTurn<Name extends string>(
  programs: Readonly<Record<Name, Argv>>,
  runs: number,
): Record<Name, Cost> {
  const rounds = Array.from({ length: runs }, () => eachOf(programs, costOf));
  return eachOf(programs, (_, name) => {
    const costs = rounds.map((round) => round[name]);
    return costs.sort((one, other) => one.cpuMs - other.cpuMs)[runs >> 1]!;
  });
}

function eachOf<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  to: (value: From, name: Name) => To,
): Record<Name, To> {
  const entries = Object.entries(record) as [Name, From][];
  return Object.fromEntries(entries.map(([name, value]) => [name, to(value, name)])) as Record<
    Name,
    To
  >;
}
