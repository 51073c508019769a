import type { Context } from '../driver.js';
import { run } from '../exec.js';
import { firstLine } from '../first-line.js';
import type { Examination, HostFinding } from '../host-finding.js';
import { LabError } from '../../errors.js';
import { probeHost } from './probe.js';

/** Looks at this host for labs of namespaces; changes nothing outside a network namespace of its own. */
export async function examineHost(context: Context): Promise<Examination> {
  const problems = await probeHost(context);
  const refusal = problems.length === 0 ? await netemRefusal(context) : null;
  return {
    findings: [
      ...problems.map((problem): HostFinding => ({
        id: 'namespaces',
        severity: 'blocks',
        ...problem,
      })),
      ...(refusal === null ? [] : [netemFinding(refusal)]),
    ],
    facts: {},
  };
}

export function netemFinding(said: string): HostFinding {
  return {
    id: 'netem',
    severity: 'warns',
    where: 'netem',
    message: `this kernel has no netem (${said}): a lab in namespaces gets its rates, but no delay, jitter or loss`,
    next: 'Install or build the module sch_netem (Ubuntu: apt-get install linux-modules-extra-$(uname -r); Fedora: dnf install kernel-modules-extra), or take another provider for such labs.',
  };
}

/** A qdisc can only be tried: it may be built in, a module, or there and not loadable. */
async function netemRefusal({ signal }: Context): Promise<string | null> {
  const add = ['tc', 'qdisc', 'add', 'dev', 'lo', 'root', 'netem', 'delay', '1ms'] as const;
  try {
    const { exitCode, stderr } = await run(
      ['unshare', '--user', '--map-root-user', '--net', ...add],
      { check: false, timeoutMs: 10_000, signal },
    );
    return exitCode === 0 ? null : firstLine(stderr);
  } catch (error) {
    if (error instanceof LabError) return error.problems[0]?.message ?? '';
    throw error;
  }
}
