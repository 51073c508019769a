import { readlinkSync } from 'node:fs';
import type { NodeProcess } from '../driver.js';
import * as host from '../exec.js';
import { readProcFile } from '../proc-file.js';

const retryMs = 20;

/** Starts a program on its way into a lab: a signal sent before it exists is sent again until it does. */
export function spawn(...entry: Parameters<typeof host.spawn>): NodeProcess {
  const entering = host.spawn(...entry);
  let hasEnded = false;
  void entering.exited.then(() => (hasEnded = true));
  const kill: NodeProcess['kill'] = (signal) => {
    if (hasEnded) return;
    // Looked at before, so that a signal sent in between is at most sent twice, never lost.
    const arrives = entering.pid === undefined || hasEntered(entering.pid);
    entering.kill(signal);
    if (!arrives) setTimeout(kill, retryMs, signal);
  };
  return { ...entering, kill };
}

/** Whether nsenter's child has the node's host name, hence no longer ignores signals. */
function hasEntered(nsenter: number): boolean {
  const children = readProcFile(`/proc/${nsenter}/task/${nsenter}/children`);
  if (children === null) return true;
  const [child = ''] = children.split(' ');
  try {
    return child !== '' && readlinkSync(`/proc/${child}/ns/uts`) !== hostsUts();
  } catch {
    return true;
  }
}

const hostsUts = () => readlinkSync('/proc/self/ns/uts');
