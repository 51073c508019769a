import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SshInput, TopologyInput } from '../../src/model/generated/topology.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { bootedAtLast } from './rig-lab.js';
import { runTool } from './run-tool.js';

/** A VM as somebody may have it: made by Vagrant, with DHCP on its fourth adapter. */
const edge = `Vagrant.configure("2") do |config|
  config.vm.box = ENV.fetch("SUBFLOW_RIG_BOX")
  config.vm.boot_timeout = 600
  config.vm.synced_folder ".", "/vagrant", disabled: true
  config.vm.provider("virtualbox") { |virtualbox| virtualbox.name = "edge" }
  config.vm.provision "shell", inline: "sed -i s/enp0s3/enp0s10/ /etc/netplan/*.yaml && sync"
end
`;

/** Makes the VM `edge` in a directory of its own, powered off, and answers how to log in to it. */
export async function makeUsersVm(dir: string): Promise<SshInput> {
  mkdirSync(dir);
  writeFileSync(join(dir, 'Vagrantfile'), edge);
  await bootedAtLast('edge', () => runTool(['vagrant', 'up'], { cwd: dir }));
  runTool(['vagrant', 'halt'], { cwd: dir });
  const identityFile = join(dir, '.vagrant/machines/default/virtualbox/private_key');
  return { user: 'vagrant', identityFile };
}

/** The original experiment with that VM as its router. */
export function labAround(edge: SshInput, changes: Partial<TopologyInput> = {}): TopologyInput {
  const topology = mptcpLab({ name: 'by-ssh' });
  Object.assign(topology.nodes['router']!, { existingVm: 'edge', ssh: edge });
  return { ...topology, ...changes };
}
