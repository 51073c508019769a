import { hasPlan, loadPlan } from '../../drive/load-plan.js';
import { labFor, type Lab } from '../../lab.js';
import type { Call, Outcome } from '../call.js';
import { dirOption } from '../dir-option.js';
import { exitCodeOfVerdicts } from '../exit-code.js';
import { findLab } from '../find-lab.js';
import { firstThatPlans, type Choose } from '../choose-provider.js';
import { defaultDir, openLab } from '../open-lab.js';
import { showVerdict } from '../show-verdict.js';

/** Runs a running lab's experiments and judges them. The lab stays up, interrupted too. */
export async function verify(call: Call): Promise<Outcome> {
  const { dir, lab } = await labToVerify(call);
  try {
    return await verifyIn(dir, lab, call);
  } catch (error) {
    if (call.signal.aborted) await tellThatItRuns(dir, lab, call);
    throw error;
  }
}

async function labToVerify(call: Call): Promise<{ readonly dir: string; readonly lab: Lab }> {
  const [file] = call.args;
  if (file === undefined) return findLab(call);
  const lab = await openLab(file, call.options, asBroughtUp(call.options.dir));
  return { dir: call.options.dir ?? defaultDir(lab), lab };
}

/** For the provider of the lab that is in the directory. */
function asBroughtUp(dir: string | undefined): Choose {
  return async (topology) => {
    const lab = firstThatPlans(topology);
    const there = dir ?? defaultDir(lab);
    if (!(await hasPlan(there))) return lab;
    return labFor(topology, (await loadPlan(there)).provider);
  };
}

export async function verifyIn(dir: string, lab: Lab, call: Call): Promise<Outcome> {
  const { options, signal, emit, terminal } = call;
  const experiments = options.experiment && { experiments: options.experiment };
  const verdicts = await lab.verify({ dir, signal, onEvent: emit, ...experiments });
  const blocks = verdicts.map((verdict) => showVerdict(verdict, terminal));
  return {
    exitCode: exitCodeOfVerdicts(verdicts),
    text: blocks.length > 0 ? blocks.join('\n') : `${lab.plan.name} has no experiments\n`,
    document: { lab: lab.plan.name, dir, verdicts },
  };
}

async function tellThatItRuns(dir: string, lab: Lab, { emit }: Call): Promise<void> {
  const { running } = await lab.status({ dir });
  if (!running) return;
  const message = `${lab.plan.name} in ${dir} is still up`;
  emit({ type: 'warning', code: 'still-up', message, next: `subflow destroy ${dirOption(dir)}` });
}
