import { spawnSync } from 'node:child_process';

/** What a program took: user and system time, and the most memory it held. */
export interface Cost {
  readonly cpuMs: number;
  readonly maxMegabytes: number;
}

/** The kernel tells it of a parent's children, so each program has a parent of its own. */
const parent = `
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"status": done.returncode, "cpuMs": (used.ru_utime + used.ru_stime) * 1000,
                  "maxMegabytes": used.ru_maxrss / 1024}))
`;

/** Runs a program, its output thrown away. */
export function costOf(argv: readonly [string, ...string[]]): Cost {
  const { stdout, stderr } = spawnSync('python3', ['-c', parent, ...argv], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  const { status, ...cost } = JSON.parse(stdout) as Cost & { readonly status: number };
  // 4: a file that was cut on purpose.
  if (status !== 0 && status !== 4) throw new Error(`${argv.join(' ')}: exit code ${status}`);
  return cost;
}
