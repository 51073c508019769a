// `up` of 3, 50 and 200 nodes on one segment, beside the same commands through bare `ip -batch` and,
// as root and where it is installed, Debian's mininet with Linux bridges.
// Aims: 3 nodes under 150 ms; 200 nodes under 1.5x of bare ip and a quarter of mininet.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLab, mptcpLab, type TopologyInput } from 'subflow';
import { bareIp } from './bare-ip.js';
import {
  medianOf,
  outputOf,
  type Subject,
  timeInTurn,
  type Timing,
  wholeProcess,
} from './measure.js';
import { type Aim, keepResults, timingTable } from './results.js';
import { single } from './topologies.js';

const runs = 5;
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const hasMininet = process.getuid?.() === 0 && spawnSync('mn', ['--version']).status === 0;
const [up, bare, mininet] = ['lab.up()', 'bare ip -batch', 'mininet, Linux bridge'];

/** `up` alone; `destroy` is not counted. */
function upOf(topology: TopologyInput): Subject {
  const lab = buildLab(topology, { provider: 'netns' });
  const dir = mkdtempSync(join(tmpdir(), 'subflow-bench-'));
  return {
    name: up,
    once: async () => {
      const start = performance.now();
      const running = await lab.up({ dir });
      const ms = performance.now() - start;
      await running.destroy();
      return ms;
    },
  };
}

/** The command, from its start to its end. */
function commandOf(): Subject {
  const dir = mkdtempSync(join(tmpdir(), 'subflow-bench-'));
  const argv = (verb: string) =>
    [process.execPath, cli, verb, '--dir', dir] as [string, ...string[]];
  const start = wholeProcess({
    name: 'subflow up, whole process',
    argv: [...argv('up'), '--provider', 'netns'],
  });
  return {
    name: start.name,
    once: async () => {
      const ms = await start.once();
      outputOf({ name: 'subflow destroy', argv: argv('destroy') });
      return ms;
    },
  };
}

/** Mininet in one process of its own; only building and starting counts. */
function mininetOf(nodeCount: number): Subject {
  const script = `
import time
from mininet.net import Mininet
from mininet.topo import SingleSwitchTopo
from mininet.nodelib import LinuxBridge
start = time.time()
net = Mininet(topo=SingleSwitchTopo(${nodeCount}), switch=LinuxBridge, controller=None)
net.start()
print((time.time() - start) * 1000)
net.stop()
`;
  const command = { name: mininet, argv: ['/usr/bin/python3', '-c', script] } as const;
  return { name: mininet, once: () => Number(outputOf(command)) };
}

async function side(nodeCount: number): Promise<Timing[]> {
  const topology = single(nodeCount);
  const bareCommand = bareIp(buildLab(topology, { provider: 'netns' }).plan);
  return timeInTurn(
    [upOf(topology), wholeProcess(bareCommand), ...(hasMininet ? [mininetOf(nodeCount)] : [])],
    runs,
  );
}

const node: Subject = wholeProcess({ name: 'node -e 0', argv: [process.execPath, '-e', '0'] });
const original = await timeInTurn([upOf(mptcpLab()), commandOf(), node], runs);
const three = await side(3);
const fifty = await side(50);
const twoHundred = await side(200);

const ratio = medianOf(twoHundred, up) / medianOf(twoHundred, bare);
const aims: Aim[] = [
  ...[original, three].map((timings, index) => ({
    aim: `${index === 0 ? 'the original experiment' : '3 nodes'} under 150 ms`,
    measured: `${medianOf(timings, up).toFixed(0)} ms`,
    isMet: medianOf(timings, up) < 150,
  })),
  { aim: '200 nodes under 1.5x bare ip -batch', measured: ratio.toFixed(2), isMet: ratio < 1.5 },
];
if (hasMininet) {
  const faster = medianOf(twoHundred, mininet) / medianOf(twoHundred, up);
  const measured = `${faster.toFixed(1)} times`;
  aims.push({ aim: '200 nodes 4 times faster than mininet', measured, isMet: faster >= 4 });
}
keepResults('up', aims, [
  timingTable('The original experiment: 3 nodes, 3 segments, shapers', original, up),
  ...[three, fifty, twoHundred].map((timings, index) =>
    timingTable(`${[3, 50, 200][index]!} nodes on one segment`, timings, bare),
  ),
]);
