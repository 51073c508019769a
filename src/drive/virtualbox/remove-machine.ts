import { isOff, vboxmanage, vmInfo } from './vboxmanage.js';

/**
 * Ends a machine and deletes it with its disks, which it must share with no linked clone: VirtualBox
 * would unregister it first and fail then.
 *
 * @throws LabError `command-failed`
 */
export async function removeMachine(uuid: string, signal: AbortSignal): Promise<void> {
  const state = (await vmInfo(uuid, signal)).get('VMState');
  if (state === 'saved') await vboxmanage(['discardstate', uuid], signal);
  else if (!isOff(state)) {
    await vboxmanage(['controlvm', uuid, 'poweroff'], signal);
  }
  await vboxmanage(['unregistervm', uuid, '--delete'], signal);
}
