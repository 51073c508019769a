import { LabError } from '../../errors.js';
import { waitFor } from '../wait.js';
import type { VagrantMessage } from './machine-readable.js';
import { vagrant, type VagrantOptions } from './vagrant.js';

/** As Vagrant calls what fails since another Vagrant is at work on a machine, or only reads of it. */
const locked: readonly unknown[] = [
  'Vagrant::Errors::MachineActionLockedError',
  'Vagrant::Errors::MachineLocked',
];

/**
 * Runs Vagrant, again and again while another one holds one of the machines: a user's, or one whose
 * subflow was killed, which goes on by itself to the end of what it was told.
 *
 * @throws LabError `command-failed` as `vagrant`, and where the other does not end within `timeoutMs`
 */
export async function whenUnlocked(
  args: readonly string[],
  { timeoutMs, ...options }: VagrantOptions & { readonly timeoutMs: number },
): Promise<VagrantMessage[]> {
  const { signal } = options;
  let messages: VagrantMessage[] = [];
  const answers = async () => {
    try {
      messages = await vagrant(args, options);
      return true;
    } catch (error) {
      if (error instanceof LabError && locked.includes(error.cause)) return false;
      throw error;
    }
  };
  await waitFor('another Vagrant to let go of the machines', answers, {
    ...{ timeoutMs, intervalMs: 500 },
    ...(signal === undefined ? {} : { signal }),
  });
  return messages;
}
