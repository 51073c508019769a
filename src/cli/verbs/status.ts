import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { findLab } from '../find-lab.js';

/** Tells what of a lab runs. */
export async function status(call: Call): Promise<Outcome> {
  const { dir, lab } = await findLab(call);
  const { running, nodes } = await lab.status({ dir, signal: call.signal, onEvent: call.emit });
  const text = [
    `${lab.plan.name} in ${dir}: ${running ? 'running' : 'not running'} (${lab.plan.provider})`,
    ...nodes.map((node) => `  ${node.name}: ${node.running ? 'running' : 'not running'}`),
  ].join('\n');
  return {
    exitCode: exitCodes.ok,
    text: text + '\n',
    document: { lab: lab.plan.name, dir, provider: lab.plan.provider, running, nodes },
  };
}
