import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release } from 'node:os';
import type { Timing } from './measure.js';

/** An aim and what came of it. */
export interface Aim {
  readonly aim: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** A table of timings, each with its ratio to the row named `against`. */
export function timingTable(title: string, timings: readonly Timing[], against: string): string {
  const base = timings.find(({ name }) => name === against)!.medianMs;
  const rows = timings.map(({ name, minMs, medianMs, maxMs }) => [
    name,
    ...[minMs, medianMs, maxMs].map((ms) => ms.toFixed(1)),
    (medianMs / base).toFixed(2),
  ]);
  return table(title, ['', 'min ms', 'median ms', 'max ms', `x ${against}`], rows);
}

export function table(title: string, head: readonly string[], rows: readonly string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `## ${title}\n\n${lines.join('\n')}\n`;
}

/** Prints what a benchmark found, and keeps it in `bench/results/NAME.md`. */
export function keepResults(name: string, aims: readonly Aim[], tables: readonly string[]): void {
  const aimRows = aims.map(({ aim, measured, isMet }) => [aim, measured, isMet ? 'met' : 'missed']);
  const page = [
    `# npm run bench -- ${name}\n`,
    `${machine()}\n`,
    table('Aims', ['aim', 'measured', ''], aimRows),
    ...tables,
  ].join('\n');
  console.log(page);
  writeFileSync(new URL(`results/${name}.md`, import.meta.url), page);
}

function machine(): string {
  const [load = 0] = loadavg();
  return [
    `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores`,
    `Linux ${release()}, Node.js ${process.versions.node}`,
    `load average ${load.toFixed(1)}${priority()}.`,
  ].join('; ');
}

/** Where other work is under way, a benchmark may run before it, see bench/README.md. */
function priority(): string {
  const policy = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ')[38];
  return policy === '2' ? ', before which this ran (chrt --rr 1)' : '';
}
