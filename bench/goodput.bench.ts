// Goodput over 2 x 50 Mbit/s with cubic, application bytes over transfer time. Aim: >= 0.93 of the sum.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildLab, mptcpLab } from 'subflow';
import { median } from './measure.js';
import { keepResults, table } from './results.js';

const runs = 5;
const lab = buildLab(
  {
    ...mptcpLab(),
    experiments: [{ kind: 'multi-subflow', client: 'client', server: 'server', seconds: 10 }],
  },
  { provider: 'netns' },
);
await using running = await lab.up({ dir: mkdtempSync(join(tmpdir(), 'subflow-bench-')) });
const ratios: number[] = [];
const rows: string[][] = [];
const controls: string[] = [];
for (let run = 1; run <= runs; run += 1) {
  const verified = lab.verify({ dir: running.dir });
  await sleep(6000);
  const control = await congestionControls();
  const [verdict] = await verified;
  if (verdict?.status !== 'pass') throw new Error(verdict?.reason ?? 'no verdict');
  const { goodputMbit, ratio, headerLimit } = verdict.figures;
  ratios.push(ratio!);
  controls.push(control);
  const figures = [goodputMbit!.toFixed(1), ratio!.toFixed(4), headerLimit.toFixed(4)];
  rows.push([String(run), ...figures, control]);
}
const middle = median(ratios);
const control = [...new Set(controls)].join(', ');
keepResults(
  'goodput',
  [
    {
      aim: '2 x 50 Mbit/s with cubic: at least 0.93 of the summed rate',
      measured: `${middle.toFixed(4)} with ${control}`,
      isMet: middle >= 0.93 && control === 'cubic',
    },
  ],
  [
    table(
      'Runs',
      ['run', 'Mbit/s', 'of the summed rate', 'limit by headers', "the subflows' sockets have"],
      rows,
    ),
  ],
);

/** What the kernel uses for the subflows that carry the transfer just now, which need not be the namespace's default. */
async function congestionControls(): Promise<string> {
  const { stdout } = await running.node('client').exec(['ss', '-Htin', 'dport', '=', ':5001']);
  const used = [...stdout.matchAll(/^\s.*?\b(cubic|bbr|reno)\b/gm)].map(([, name]) => name!);
  return [...new Set(used)].sort().join(', ') || 'none seen';
}
