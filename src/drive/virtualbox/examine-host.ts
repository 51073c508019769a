import type { Plan } from '../../model/plan.js';
import type { Context } from '../driver.js';
import { findProgram } from '../find-program.js';
import { blocking, type Examination, type HostFinding } from '../host-finding.js';
import type { VirtualBoxHost } from './host-facts.js';
import { judgeHost, missingPrograms } from './judge-host.js';
import { needsOf, type LabNeeds } from './lab-needs.js';
import { lookAtHost } from './look-at-host.js';

const nothing: LabNeeds = { memoryMib: 0, diskMib: 0 };

/** Looks at this host with a lab in mind, or any lab. */
export async function examineHost(plan: Plan | null, { signal }: Context): Promise<Examination> {
  const host = await lookAtHost(signal);
  return {
    findings: judgeHost(host, plan === null ? nothing : needsOf(plan)),
    facts: factsOf(host),
  };
}

/** What blocks. Vagrant takes a second to answer, and is not asked where that would change nothing. */
export async function probeHost(plan: Plan | null, context: Context): Promise<HostFinding[]> {
  const fileOf = (program: string) => findProgram(program)?.file ?? null;
  const programs = { vagrant: fileOf('vagrant'), virtualbox: fileOf('VBoxManage') };
  const missing = missingPrograms(programs);
  return missing.length > 0 ? missing : blocking((await examineHost(plan, context)).findings);
}

function factsOf(host: VirtualBoxHost): Record<string, string> {
  const { machineFolder: folder, hostOnlyRanges: ranges } = host;
  return {
    vagrant: host.vagrant ?? 'not installed',
    VirtualBox: host.virtualbox ?? 'not installed',
    'memory available': `${host.memoryAvailableMib} MiB`,
    'machine folder': folder === null ? 'unknown' : `${folder.path} (${folder.freeMib} MiB free)`,
    // From VirtualBox 6.1.28 on, see its manual, "Host-Only Networking".
    'host-only ranges': `${ranges?.join(', ') ?? '192.168.56.0/21'} (labs have internal networks and need none)`,
  };
}
