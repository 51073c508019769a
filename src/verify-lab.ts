import type { Context, LabHandle } from './drive/driver.js';
import { loadEvidence, saveVerdict } from './drive/evidence.js';
import { runExperiment } from './drive/experiment/run-experiment.js';
import { chosenExperiments } from './model/chosen-experiments.js';
import type { Verdict } from './model/verdict.js';
import { judge } from './verify/judge.js';

/** Runs a lab's experiments one after another and judges what each left behind. */
export async function verifyLab(
  lab: LabHandle,
  names: readonly string[] | undefined,
  context: Context,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const experiment of chosenExperiments(lab.plan, names)) {
    const dir = await runExperiment(lab, experiment, context);
    const verdict = judge(await loadEvidence(dir));
    await saveVerdict(dir, verdict);
    context.emit({ type: 'verdict', verdict });
    verdicts.push(verdict);
  }
  return verdicts;
}
