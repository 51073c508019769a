// Goodput over 2 x 50 Mbit/s with cubic, application bytes over transfer time. Aim: >= 0.93 of the sum.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
for (let run = 1; run <= runs; run += 1) {
  const [verdict] = await lab.verify({ dir: running.dir });
  if (verdict?.status !== 'pass') throw new Error(verdict?.reason ?? 'no verdict');
  const { goodputMbit, ratio, headerLimit } = verdict.figures;
  ratios.push(ratio!);
  rows.push([String(run), goodputMbit!.toFixed(1), ratio!.toFixed(4), headerLimit.toFixed(4)]);
}
const key = 'net.ipv4.tcp_congestion_control';
const { stdout } = await running.node('client').exec(['sysctl', '-n', key]);
const middle = median(ratios);
keepResults(
  'goodput',
  [
    {
      aim: '2 x 50 Mbit/s with cubic: at least 0.93 of the summed rate',
      measured: `${middle.toFixed(4)} with ${stdout.trim()}`,
      isMet: middle >= 0.93 && stdout.trim() === 'cubic',
    },
  ],
  [table('Runs', ['run', 'Mbit/s', 'of the summed rate', 'limit by headers'], rows)],
);
