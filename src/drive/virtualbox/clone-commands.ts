import { realpathSync } from 'node:fs';
import type { PlannedNode } from '../../model/plan.js';

/** VirtualBox's chipset PIIX3 has eight adapters. */
const adapters = [1, 2, 3, 4, 5, 6, 7, 8];

export interface CloneNames {
  /** The user's VM, by name or id. */
  readonly original: string;
  /** Its current snapshot's id, or null where it has none. */
  readonly snapshot: string | null;
  readonly dir: string;
  /** The name of what VirtualBox knows of the lab in the directory: LAB-HASH-NAME. */
  readonly here: (name: string) => string;
}

/**
 * What makes a router a clone of the user's VM, as arguments of VBoxManage; the same that
 * lib/existing_vm.rb tells who runs plain `vagrant up`. A clone of a snapshot shares the disk below it;
 * of one without, nothing. Adapters that the lab does not use are taken off: the original's networks
 * are not the lab's.
 */
export function cloneCommands(router: PlannedNode, names: CloneNames): string[][] {
  const { original, snapshot, here, dir } = names;
  const clone = here(router.name);
  const linked = snapshot === null ? [] : ['--snapshot', snapshot, '--options', 'link'];
  return [
    ['clonevm', original, '--name', clone, '--register', ...linked],
    ['setextradata', clone, 'subflow/directory', encoded(realpathSync(dir))],
    ['setextradata', clone, 'subflow/node', router.name],
    ['modifyvm', clone, ...adapters.flatMap((adapter) => wire(adapter, router, here))],
  ];
}

function wire(adapter: number, router: PlannedNode, here: CloneNames['here']): string[] {
  const nic = router.interfaces[adapter - 1];
  if (nic === undefined) return [`--nic${adapter}`, 'none'];
  return [
    ...[`--nic${adapter}`, 'intnet', `--intnet${adapter}`, here(nic.segment)],
    ...[`--macaddress${adapter}`, nic.mac.replaceAll(':', '').toUpperCase()],
    ...[`--cableconnected${adapter}`, 'on'],
  ];
}

/** As Ruby's URI.encode_www_form_component: ASCII, whatever the locale. */
function encoded(path: string): string {
  return new URLSearchParams({ path }).toString().slice('path='.length);
}
