import { waitFor } from '../wait.js';
import { isLocked } from './is-locked.js';
import type { VagrantMessage } from './machine-readable.js';
import { vagrant, type VagrantOptions } from './vagrant.js';

/**
 * Runs Vagrant, again and again while another one holds one of the machines: a user's, or another
 * subflow's that only asks.
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
      if (isLocked(error)) return false;
      throw error;
    }
  };
  await waitFor('another Vagrant to let go of the machines', answers, {
    ...{ timeoutMs, intervalMs: 500 },
    ...(signal === undefined ? {} : { signal }),
  });
  return messages;
}
