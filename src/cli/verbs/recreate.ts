import { chosenExperiments } from '../../model/chosen-experiments.js';
import type { Call, Outcome } from '../call.js';
import { defaultDir, openLab } from '../open-lab.js';
import { verifyIn } from './verify.js';

/** Destroys a lab, brings it up anew and verifies it; interrupted, it destroys what it brought up. */
export async function recreate(call: Call): Promise<Outcome> {
  const { args, options, signal, emit } = call;
  const lab = await openLab(args[0], options);
  const dir = options.dir ?? defaultDir(lab);
  // A misspelt name shall not cost the lab that runs.
  chosenExperiments(lab.plan, options.experiment);
  await lab.destroy({ dir, signal, onEvent: emit });
  await lab.up({ dir, signal, onEvent: emit });
  try {
    return await verifyIn(dir, lab, call);
  } catch (error) {
    if (signal.aborted) await lab.destroy({ dir, onEvent: emit });
    throw error;
  }
}
