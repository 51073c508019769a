import { existsSync } from 'node:fs';
import { directoryDigest } from '../lab-id.js';
import { listVms, type Vm } from './vboxmanage.js';

/** A machine of a lab's directory. */
export interface LabVm extends Vm {
  readonly node: string;
}

/**
 * Every machine of the lab in a directory, or only those that run, found by their names alone:
 * LAB-DIGEST-NODE, as the Vagrantfile calls them.
 */
export async function labVms(
  dir: string,
  which?: 'vms' | 'runningvms',
  signal?: AbortSignal,
): Promise<LabVm[]> {
  if (!existsSync(dir)) return [];
  const ours = new RegExp(`^[a-z0-9-]+-${directoryDigest(dir)}-(.+)$`);
  const vms = await listVms(which, signal);
  return vms.flatMap((vm) => {
    const node = ours.exec(vm.name)?.[1];
    return node === undefined ? [] : [{ ...vm, node }];
  });
}
