import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError, type Problem } from '../../errors.js';
import type { Plan, PlannedNode } from '../../model/plan.js';
import type { Context } from '../driver.js';
import { labId } from '../lab-id.js';
import { cloneCommands } from './clone-commands.js';
import { configureBySsh } from './configure-by-ssh.js';
import { freePort, loginCommand, loginOf } from './login.js';
import { isOff, listVms, vboxmanage, vmInfo, type Vm } from './vboxmanage.js';

/**
 * Clones, starts and configures the routers that are VMs of the user's, which stay as they are. Where the
 * plan does not say how to log in, a warning `type-on-console` tells what to type there.
 *
 * @throws LabError `up-failed` where a VM is not there or not powered off, before anything is cloned
 */
export async function startExistingVms(plan: Plan, dir: string, context: Context): Promise<void> {
  const routers = plan.nodes.filter(({ existingVm }) => existingVm !== null);
  if (routers.length === 0) return;
  const originals = await findOriginals(routers, context.signal);
  for (const router of routers) await startRouter(router, plan, dir, { originals, context });
}

interface Originals {
  readonly originals: ReadonlyMap<string, Vm>;
  readonly context: Context;
}

async function startRouter(
  router: PlannedNode,
  plan: Plan,
  dir: string,
  { originals, context }: Originals,
): Promise<void> {
  const { signal, emit } = context;
  const clone = `${labId(plan.name, dir)}-${router.name}`;
  const said = { type: 'step', step: router.name } as const;
  const isRunning = (await listVms('runningvms', signal)).some(({ name }) => name === clone);
  if (isRunning && router.ssh === null) return;
  const original = originals.get(router.existingVm ?? '');
  if (original && !(await listVms('vms', signal)).some(({ name }) => name === clone)) {
    emit({ ...said, detail: `cloning ${original.name}` });
    await clonedFrom(original, router, plan, { dir, signal });
  }
  if (!isRunning) {
    emit({ ...said, detail: `starting ${clone}` });
    await vboxmanage(['startvm', clone, '--type', hasScreen() ? 'gui' : 'headless'], signal);
  }
  await configure(router, clone, dir, context);
}

async function configure(router: PlannedNode, clone: string, dir: string, context: Context) {
  const { signal, emit } = context;
  const script = await readFile(join(dir, 'nodes', router.name, 'node.sh'), 'utf8');
  if (router.ssh !== null) {
    const target = loginOf(await vmInfo(clone, signal), router.ssh, dir);
    if (target === null) throw clonedWithoutLogin(router.name, clone);
    emit({ type: 'step', step: router.name, detail: `logging in as ${target.user}` });
    await configureBySsh(router.name, target, script, signal);
    return;
  }
  emit({
    type: 'warning',
    code: 'type-on-console',
    message: `the router ${router.name} runs as ${clone} and is not configured: subflow has no way to log in to it. Type on its console, as root:\n\n${script}`,
    next: `What was typed is lost when the router boots again; the script is nodes/${router.name}/node.sh in the lab's directory.`,
  });
}

/** Its NAT adapter comes with the clone; while a machine runs, none can be added. */
function clonedWithoutLogin(router: string, clone: string): LabError {
  return new LabError('up-failed', [
    {
      where: router,
      message: `${clone} was cloned before the lab had "ssh", and has no port forwarded to its sshd`,
      next: 'Run `subflow recreate`: it is cloned anew.',
    },
  ]);
}

async function clonedFrom(
  original: Vm,
  router: PlannedNode,
  plan: Plan,
  { dir, signal }: { readonly dir: string; readonly signal: AbortSignal },
): Promise<void> {
  const snapshot = (await vmInfo(original.uuid, signal)).get('CurrentSnapshotUUID') ?? null;
  const here = (name: string) => `${labId(plan.name, dir)}-${name}`;
  const names = { original: original.uuid, snapshot, here, dir };
  const commands = cloneCommands(router, names);
  if (router.ssh) commands.push(loginCommand(plan, router, here(router.name), await freePort()));
  for (const command of commands) await vboxmanage(command, signal);
}

/** The VMs the plan names, all of them looked at before one is cloned. */
async function findOriginals(
  routers: readonly PlannedNode[],
  signal: AbortSignal,
): Promise<Map<string, Vm>> {
  const vms = await listVms('vms', signal);
  const found = new Map<string, Vm>();
  const problems: Problem[] = [];
  for (const { name, existingVm } of routers) {
    const wanted = existingVm ?? '';
    const vm = vms.find((it) => it.name === wanted || it.uuid === wanted);
    const problem = vm ? await notOff(name, vm, signal) : notThere(name, wanted);
    if (problem) problems.push(problem);
    else if (vm) found.set(wanted, vm);
  }
  if (problems.length > 0) throw new LabError('up-failed', problems);
  return found;
}

async function notOff(router: string, { uuid, name }: Vm, signal: AbortSignal) {
  const state = (await vmInfo(uuid, signal)).get('VMState') ?? 'unknown';
  if (isOff(state)) return null;
  return {
    where: router,
    message: `your VM ${JSON.stringify(name)} is ${state}; only one that is powered off can be cloned`,
    next: 'Shut it down; subflow changes nothing of it, not even that.',
  };
}

function notThere(router: string, wanted: string): Problem {
  return {
    where: router,
    message: `there is no VM ${JSON.stringify(wanted)} in this user's VirtualBox`,
    next: 'See which there are: VBoxManage list vms.',
  };
}

/** Whether there is a screen to open the machine's console on. */
export function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}
