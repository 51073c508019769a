import { destroyLab } from '../../lab.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { findRemains } from '../find-lab.js';

/** Ends all that runs of a lab, after a crash too. */
export async function destroy(call: Call): Promise<Outcome> {
  const { dir, name } = await findRemains(call);
  await destroyLab(dir, { signal: call.signal, onEvent: call.emit });
  return {
    exitCode: exitCodes.ok,
    text: `${name} is gone; its files and evidence stay in ${dir}\n`,
    document: { lab: name, dir },
  };
}
