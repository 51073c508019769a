import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildLab } from '../../src/build-lab.js';
import type { LabHandle, NodeProcess } from '../../src/drive/driver.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import type { Scenario } from './scenarios.js';

const peer = fileURLToPath(new URL('peer.py', import.meta.url));
const ipv6Subnets = [1, 2, 3].map((path) => `fd00:${path}::/64`);
/** Options and headers are whole; payload is not needed but for checksums. */
const snapBytes = 200;

/** A capture of a scenario; made again where it does not hold what happened, whatever that shows. */
export async function makeCapture(scenario: Scenario, dir: string, attempts = 3): Promise<string> {
  try {
    return await playScenario(scenario, dir);
  } catch (error) {
    if (attempts === 1) throw error;
    return makeCapture(scenario, dir, attempts - 1);
  }
}

/** Plays a scenario on a lab of its own; captures all interfaces of one end. */
async function playScenario(scenario: Scenario, dir: string): Promise<string> {
  const { rateMbit = 200, pathCount, ipv6 = false, before } = scenario;
  const subnets = ipv6 ? { subnets: ipv6Subnets } : {};
  const lab = buildLab(mptcpLab({ rateMbit, pathCount: pathCount ?? 2, ...subnets }), {
    provider: 'netns',
  });
  await using running = await lab.up({ dir });
  const [client, server] = [running.node('client'), running.node('server')];
  for (const node of [client, server]) {
    const checksum = `net.mptcp.checksum_enabled=${scenario.checksum ? 1 : 0}`;
    await node.exec(['sysctl', '-qw', checksum, 'net.mptcp.blackhole_timeout=0']);
  }
  await before?.(running);
  const file = join(dir, 'any.pcap');
  const snap = scenario.checksum ? [] : ['-s', String(snapBytes)];
  const at = running.node(scenario.at ?? 'client');
  const capture = at.spawn(['dumpcap', '-P', '-i', 'any', ...snap, '-f', 'tcp', '-w', file]);
  await saying(capture, 'stderr', 'File:');
  const listener = server.spawn(['python3', peer, scenario.server ?? 'serve']);
  await saying(listener, 'stdout', 'listening');
  await transfer(running, scenario, listener);
  // The last packets, and the quarter of a second dumpcap lets its buffer fill.
  await pause(500);
  const counts = saying(capture, 'stderr', 'dropped');
  capture.kill('SIGINT');
  if (!/: \d+\/0 \(/.test(await counts)) throw new Error(`packets were lost: ${await counts}`);
  await capture.exited;
  listener.kill('SIGKILL');
  await listener.exited;
  return file;
}

async function transfer(lab: LabHandle, scenario: Scenario, listener: NodeProcess): Promise<void> {
  const { mode = 'send', bytes = 400_000, clients = 1, during } = scenario;
  const { address } = lab.plan.nodes.find(({ name }) => name === 'server')!.interfaces[0]!
    .addresses[0]!;
  let isOver = false as boolean;
  const argv = ['python3', peer, mode, address, String(bytes)] as const;
  const move = () => lab.node('client').exec(argv, { timeoutMs: 20_000, check: false });
  const moving = Promise.all(Array.from({ length: clients }, move)).finally(() => (isOver = true));
  if (during) {
    await saying(listener, 'stdout', 'flowing');
    await during(lab);
    if (isOver) throw new Error(`${scenario.name}: the transfer was over too early`);
  }
  const failed = (await moving).find(({ exitCode }) => exitCode !== 0);
  if (failed) throw new Error(`${scenario.name}: ${failed.stderr}`);
}

/** What a program says up to a word. */
async function saying(program: NodeProcess, stream: 'stdout' | 'stderr', text: string) {
  let said = '';
  while (!said.includes(text)) {
    const [chunk] = (await once(program[stream]!, 'data')) as [Buffer];
    said += chunk.toString();
  }
  return said;
}
