// `up` of 3, 50 and 200 nodes on one segment, beside the same commands through bare `ip -batch` and,
// as root and where it is installed, Debian's mininet with Linux bridges.
// Aims: 3 nodes under 150 ms; 200 nodes under 1.5x of bare ip and a quarter of mininet.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLab, type Lab } from 'subflow';
import { bareIp } from './bare-ip.js';
import { printTimings, summary, timeInTurn, type Timing } from './measure.js';
import { single } from './topologies.js';

const runs = 5;
const mininet = process.getuid?.() === 0 && spawnSync('mn', ['--version']).status === 0;

for (const nodeCount of [3, 50, 200]) {
  const lab = buildLab(single(nodeCount), { provider: 'netns' });
  const timings: Timing[] = [await timeUp(lab)];
  timings.push(...timeInTurn([bareIp(lab.plan)], runs));
  if (mininet) timings.push(timeMininet(nodeCount));
  printTimings(`up, ${nodeCount} nodes`, timings, 'bare ip -batch');
}

async function timeUp(lab: Lab): Promise<Timing> {
  const dir = mkdtempSync(join(tmpdir(), 'subflow-bench-'));
  const times: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    const start = performance.now();
    const running = await lab.up({ dir });
    if (run >= 0) times.push(performance.now() - start);
    await running.destroy();
  }
  return summary('subflow up', times);
}

/** Mininet in one process of its own; only building and starting counts. */
function timeMininet(nodeCount: number): Timing {
  const script = `
import time
from mininet.net import Mininet
from mininet.topo import SingleSwitchTopo
from mininet.nodelib import LinuxBridge
for run in range(${runs}):
    start = time.time()
    net = Mininet(topo=SingleSwitchTopo(${nodeCount}), switch=LinuxBridge, controller=None)
    net.start()
    print((time.time() - start) * 1000)
    net.stop()
`;
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`mininet failed: ${stderr.slice(-400)}`);
  return summary('mininet, Linux bridge', stdout.trim().split('\n').map(Number));
}
