import { LabError } from '../../errors.js';
import type { ExecResult } from '../driver.js';
import { assertSucceeded, run } from '../exec.js';

/** A machine VirtualBox has registered. */
export interface Vm {
  readonly name: string;
  readonly uuid: string;
}

/** What VirtualBox says of a machine, by its own names: `VMState`, `nic1`, `Forwarding(0)`, ... */
export type VmInfo = ReadonlyMap<string, string>;

/**
 * Runs VBoxManage and answers what it printed.
 *
 * @throws LabError `command-failed`, also where it prints an error and exits with 0
 */
export async function vboxmanage(args: readonly string[], signal?: AbortSignal): Promise<string> {
  const said = await askVboxmanage(args, signal);
  assertAnswered(args, said);
  return said.stdout;
}

/** Runs VBoxManage, which may fail where there is nothing to tell of. */
export async function askVboxmanage(
  args: readonly string[],
  signal?: AbortSignal,
): Promise<ExecResult> {
  return run(['VBoxManage', ...args], { check: false, ...(signal ? { signal } : {}) });
}

/** @throws LabError `command-failed` */
export function assertAnswered(args: readonly string[], said: ExecResult): void {
  assertSucceeded(['VBoxManage', ...args], said);
  const [, error] = /^VBoxManage(?:\.exe)?: error: (.*)$/m.exec(said.stderr) ?? [];
  if (error === undefined) return;
  throw new LabError('command-failed', [
    {
      where: 'VBoxManage',
      message: `${JSON.stringify(args)}: ${error}`,
      next: 'Run it by hand, or `subflow doctor` to see what this host lacks.',
    },
  ]);
}

/** Every machine registered, or only those that run. */
export async function listVms(
  which: 'vms' | 'runningvms' = 'vms',
  signal?: AbortSignal,
): Promise<Vm[]> {
  return parseVms(await vboxmanage(['list', which], signal));
}

/** @throws LabError `command-failed`, also where there is no such machine */
export async function vmInfo(vm: string, signal?: AbortSignal): Promise<VmInfo> {
  return parseVmInfo(await vboxmanage(['showvminfo', vm, '--machinereadable'], signal));
}

/** Whether a machine in that `VMState` neither runs nor has a state saved. */
export function isOff(state: string | undefined): boolean {
  return state === 'poweroff' || state === 'aborted';
}

/** Lines of `"NAME" {UUID}`. A machine VirtualBox cannot read is `<inaccessible>`, without quotes. */
export function parseVms(text: string): Vm[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, quoted, bare, uuid] =
      /^(?:"(.*)"|(<inaccessible>)) \{([0-9a-f-]{36})\}$/.exec(line) ?? [];
    const name = quoted ?? bare;
    return name === undefined || uuid === undefined ? [] : [{ name, uuid }];
  });
}

/** Lines of `KEY=VALUE`, either of them in quotes or not. */
export function parseVmInfo(text: string): VmInfo {
  return new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const [, quotedKey, bareKey, value = ''] = /^(?:"([^"]*)"|([^"=]+))=(.*)$/.exec(line) ?? [];
      const key = quotedKey ?? bareKey;
      return key === undefined ? [] : [[key, value.replace(/^"(.*)"$/, '$1')]];
    }),
  );
}
