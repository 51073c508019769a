import type { Call, Outcome } from '../call.js';
import { dirOption } from '../dir-option.js';
import { exitCodes } from '../exit-code.js';
import { findLab } from '../find-lab.js';

const defaultName = 'lab';

/** Keeps a running lab as it is, to come back to. */
export async function snapshot(call: Call): Promise<Outcome> {
  const { dir, lab } = await findLab(call);
  const name = call.args[0] ?? defaultName;
  await lab.snapshot(name, { dir, signal: call.signal, onEvent: call.emit });
  return outcome(
    lab.plan.name,
    dir,
    name,
    `snapshot ${name} of ${lab.plan.name} is taken\n  -> subflow restore ${name} ${dirOption(dir)}\n`,
  );
}

/** Takes a lab back to a snapshot. */
export async function restore(call: Call): Promise<Outcome> {
  const { dir, lab } = await findLab(call);
  const name = call.args[0] ?? defaultName;
  await lab.restore(name, { dir, signal: call.signal, onEvent: call.emit });
  return outcome(lab.plan.name, dir, name, `${lab.plan.name} is as it was at snapshot ${name}\n`);
}

function outcome(lab: string, dir: string, name: string, text: string): Outcome {
  return { exitCode: exitCodes.ok, text, document: { lab, dir, snapshot: name } };
}
