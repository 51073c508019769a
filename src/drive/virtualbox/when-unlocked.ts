import { waitFor } from '../wait.js';
import { isLocked } from './is-locked.js';
import type { VagrantMessage } from './machine-readable.js';
import { vagrant, type VagrantOptions } from './vagrant.js';

interface Patience {
  /** Longest time in ms. */
  readonly timeoutMs: number;
  /** Told once, where another one is waited for. */
  readonly onWait?: () => void;
}

/**
 * Runs Vagrant, again and again while another one holds one of the machines: a user's, or another
 * subflow's that only asks.
 *
 * @throws LabError `command-failed` as `vagrant`, and where the other does not end within `timeoutMs`
 */
export async function whenUnlocked(
  args: readonly string[],
  { timeoutMs, onWait, ...options }: VagrantOptions & Patience,
): Promise<VagrantMessage[]> {
  const { signal } = options;
  let messages: VagrantMessage[] = [];
  let waits = false;
  const answers = async () => {
    try {
      messages = await vagrant(args, options);
      return true;
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (!waits) onWait?.();
      waits = true;
      return false;
    }
  };
  await waitFor('another Vagrant to let go of the machines', answers, {
    ...{ timeoutMs, intervalMs: 500 },
    ...(signal === undefined ? {} : { signal }),
  });
  return messages;
}
