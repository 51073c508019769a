// Goodput over 2 x 50 Mbit/s with cubic, application bytes over transfer time. Aim: >= 0.93 of the sum.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLab, mptcpLab } from 'subflow';

const runs = 5;
const experiments = [
  { kind: 'multi-subflow', client: 'client', server: 'server', seconds: 10 },
] as const;
const lab = buildLab({ ...mptcpLab(), experiments: [...experiments] }, { provider: 'netns' });
const dir = mkdtempSync(join(tmpdir(), 'subflow-bench-'));
await using running = await lab.up({ dir });
const ratios: number[] = [];
for (let run = 1; run <= runs; run += 1) {
  const [verdict] = await lab.verify({ dir: running.dir });
  if (verdict?.status !== 'pass') throw new Error(verdict?.reason ?? 'no verdict');
  const { goodputMbit, ratio, headerLimit } = verdict.figures;
  ratios.push(ratio!);
  console.log(
    `run ${run}: ${goodputMbit!.toFixed(1)} Mbit/s, ${ratio!.toFixed(4)} of the summed rate, header limit ${headerLimit.toFixed(4)}`,
  );
}
ratios.sort((a, b) => a - b);
console.log(
  `min ${ratios[0]!.toFixed(4)}, median ${ratios[runs >> 1]!.toFixed(4)}, max ${ratios.at(-1)!.toFixed(4)}`,
);
