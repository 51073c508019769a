import type { Problem } from '../errors.js';

/** What `doctor` says of a host: a problem with a stable id, and how bad it is. */
export interface HostFinding extends Problem {
  /** e.g. `virtualbox-kvm`; docs/doctor.md has them all. */
  readonly id: string;
  /** `blocks`: no lab can run; `warns`: a lab may fail, or lack something. */
  readonly severity: 'blocks' | 'warns';
}

/** A host as one provider sees it. */
export interface Examination {
  readonly findings: readonly HostFinding[];
  /** What was found, in plain words by name. */
  readonly facts: Readonly<Record<string, string>>;
}

/** The findings without which the provider could run. */
export function blocking(findings: readonly HostFinding[]): HostFinding[] {
  return findings.filter(({ severity }) => severity === 'blocks');
}
