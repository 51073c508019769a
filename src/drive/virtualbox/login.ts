import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Plan, PlannedNode, PlannedSsh } from '../../model/plan.js';
import { managementOf, natNetwork } from '../../model/management.js';
import { labId } from '../lab-id.js';
import type { SshTarget } from './ssh-config.js';
import { vmInfo, type VmInfo } from './vboxmanage.js';

const loopback = '127.0.0.1';

/** What gives the clone of a VM of the user's a NIC behind the lab's, with a port of the host's to its sshd. */
export function loginCommand(plan: Plan, router: PlannedNode, clone: string, port: number) {
  const { adapter, mac } = managementOf(plan, router);
  return [
    ...['modifyvm', clone, `--nic${adapter}`, 'nat', `--natnet${adapter}`, natNetwork(plan)],
    ...[`--macaddress${adapter}`, mac.replaceAll(':', '').toUpperCase()],
    ...[`--cableconnected${adapter}`, 'on', `--natpf${adapter}`, `ssh,tcp,${loopback},${port},,22`],
  ];
}

/**
 * How to log in to the lab's routers that are VMs of the user's, where the topology says so and they were
 * cloned with a way in.
 *
 * @throws LabError `command-failed` where one is not there
 */
export async function loginsOf(
  plan: Plan,
  dir: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, SshTarget>> {
  const found = new Map<string, SshTarget>();
  for (const { name, ssh } of plan.nodes) {
    const target =
      ssh && loginOf(await vmInfo(`${labId(plan.name, dir)}-${name}`, signal), ssh, dir);
    if (target) found.set(name, target);
  }
  return found;
}

/** How to log in to the clone, by the forwarded port that VirtualBox knows; null where there is none. */
export function loginOf(info: VmInfo, { user, identityFile }: PlannedSsh, dir: string) {
  for (const [key, value] of info) {
    const [, port] = /^ssh,tcp,[^,]*,(\d+),/.exec(key.startsWith('Forwarding(') ? value : '') ?? [];
    if (port === undefined) continue;
    const file = identityFile.replace(/^~(?=\/)/, homedir());
    const target: SshTarget = {
      ...{ host: loopback, port: Number(port), user },
      identityFile: resolve(dir, file),
    };
    return target;
  }
  return null;
}

/** A port of the host's loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, loopback);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
