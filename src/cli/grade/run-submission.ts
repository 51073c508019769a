import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError, type ErrorCode, type Problem } from '../../errors.js';
import type { Lab } from '../../lab.js';
import type { Finding } from '../../model/finding.js';
import type { Verdict } from '../../model/verdict.js';
import type { Call } from '../call.js';

/** What a lab proves, and what the linter says of it. */
export interface Proof {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  /** The rules of its errors and warnings, each once. */
  readonly rules: readonly string[];
  /** Why it did not come up or could not be verified; then there are no verdicts. */
  readonly problems: readonly Problem[];
}

/** What goes wrong since the lab is as it is, and not since the host is unfit. */
const ofTheLab: readonly ErrorCode[] = ['up-failed', 'command-failed'];

/** Brings a lab up whatever the linter says, verifies it, and leaves nothing of it. */
export async function runSubmission(lab: Lab, { signal, emit }: Call): Promise<Proof> {
  const findings = (await lab.lint()).filter(({ severity }) => severity !== 'advice');
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const dir = await mkdtemp(join(tmpdir(), 'subflow-grade-'));
  const options = { dir, signal, onEvent: emit };
  try {
    await lab.up({ ...options, allow: rules });
    const verdicts = await lab.verify(options);
    return { verdicts, findings, rules, problems: [] };
  } catch (error) {
    if (!(error instanceof LabError) || !ofTheLab.includes(error.code)) throw error;
    return { verdicts: [], findings, rules, problems: error.problems };
  } finally {
    await lab.destroy({ dir });
    await rm(dir, { recursive: true, force: true });
  }
}
