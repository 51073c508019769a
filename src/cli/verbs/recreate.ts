import { refuseErrors } from '../../lint/refuse-errors.js';
import { chosenExperiments } from '../../model/chosen-experiments.js';
import type { Call, Outcome } from '../call.js';
import { usableHere } from '../choose-provider.js';
import { defaultDir, openLab } from '../open-lab.js';
import { verifyIn } from './verify.js';

/** Destroys a lab, brings it up anew and verifies it; interrupted, it destroys what it brought up. */
export async function recreate(call: Call): Promise<Outcome> {
  const { args, options, signal, emit } = call;
  const lab = await openLab(args[0], options, usableHere(call));
  const dir = options.dir ?? defaultDir(lab);
  // A misspelt name or a mistake shall not cost the lab that runs.
  const allow = options.allow ?? [];
  refuseErrors(await lab.lint(), allow);
  chosenExperiments(lab.plan, options.experiment);
  await lab.destroy({ dir, signal, onEvent: emit });
  await lab.up({ dir, signal, onEvent: emit, allow });
  try {
    return await verifyIn(dir, lab, call);
  } catch (error) {
    if (signal.aborted) await lab.destroy({ dir, onEvent: emit });
    throw error;
  }
}
