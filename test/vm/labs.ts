import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTopology } from '../../src/drive/load-topology.js';
import type { TopologyInput } from '../../src/model/generated/topology.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { topologies } from '../golden/topologies.js';
import { hostWithInterfaces, virtualboxFiles } from '../helpers/virtualbox-files.js';
import { profileLabs } from './profile-labs.js';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

const unusual = mptcpLab({ name: 'unusual' });
unusual.segments['pathB'] = { mtu: 9000, impairment: { delayMs: 20, lossPercent: 1 } };
unusual.segments['spare'] = { subnets: [] };
unusual.nodes['client']!.interfaces.push({ segment: 'spare', addresses: [] });
unusual.nodes['client']!.routes = [
  { to: 'default', via: '192.168.10.1' },
  { to: '10.9.0.0/16', dev: 'enp0s8' },
  { to: '10.8.0.0/16', via: '192.168.20.1', dev: 'enp0s8', metric: 7 },
];
unusual.nodes['client']!.sysctls = { 'net.ipv4.tcp_rmem': '4096 131072 6291456' };
unusual.nodes['router']!.existingVm = 'my "old" #{router} `x` 1';

const named = [
  ...[...topologies, ...(await exampleTopologies()), hostWithInterfaces(7), unusual],
  ...profileLabs,
].map((topology) => [topology.name, topology] as const);

/**
 * The labs that real tools are shown: one for each of the planner's choices, every example, odd ones, one
 * of each image.
 */
export const labs: readonly TopologyInput[] = [...new Map(named).values()];

async function exampleTopologies(): Promise<TopologyInput[]> {
  const names = await readdir(examples, { recursive: true });
  const files = names.filter((name) => basename(name) === 'lab.ts').sort();
  const loaded = files.map((name) => loadTopology(join(examples, name)));
  return (await Promise.all(loaded)) as TopologyInput[];
}

/** Writes a lab's Vagrant directory. */
export function writeLab(dir: string, topology: TopologyInput): void {
  for (const [path, content] of virtualboxFiles(topology)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}
