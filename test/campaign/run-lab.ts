import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError, type BuiltLab, type Verdict } from 'subflow';

/** What became of a lab when it really ran. */
export interface RunResult {
  readonly passed: boolean;
  /** Why it did not, in the verdict's or the driver's words. */
  readonly reason: string;
}

/** How often a run that tells nothing of its lab is tried. */
const attempts = 3;

/**
 * Brings the lab up on namespaces, whatever the linter says of it, verifies it and takes it down.
 * A run that says nothing of the lab (a command too late on a busy machine, packets not captured) is run again.
 */
export async function runLab(lab: BuiltLab): Promise<RunResult> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await runOnce(lab);
    const isTelling = !/^(command-failed|inconclusive at captures)/.test(result.reason);
    if (isTelling || attempt === attempts) return result;
  }
}

async function runOnce(lab: BuiltLab): Promise<RunResult> {
  const dir = await mkdtemp(join(tmpdir(), 'subflow-campaign-'));
  try {
    await lab.up({ dir, allow: lab.findings.map(({ rule }) => rule) });
    const verdicts = await lab.verify({ dir });
    const missed = verdicts.find(({ status }) => status !== 'pass');
    return { passed: missed === undefined, reason: missed ? reasonOf(missed) : '' };
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return { passed: false, reason: `${error.code}: ${error.problems[0]?.message ?? ''}` };
  } finally {
    await lab.destroy({ dir });
    await rm(dir, { recursive: true, force: true });
  }
}

function reasonOf({ status, reason, rungs }: Verdict): string {
  const rung = rungs.find((it) => it.status !== 'pass');
  return `${status} at ${rung?.id ?? '?'}: ${reason}`;
}
