import type { Call, Outcome } from '../call.js';
import { dirOption } from '../dir-option.js';
import { exitCodes } from '../exit-code.js';
import { usableHere } from '../choose-provider.js';
import { defaultDir, openLab } from '../open-lab.js';

/** Brings a lab up and leaves it running. */
export async function up(call: Call): Promise<Outcome> {
  const { args, options, signal, emit } = call;
  const lab = await openLab(args[0], options, usableHere(call));
  const dir = options.dir ?? defaultDir(lab);
  const running = await lab.up({ dir, signal, onEvent: emit, allow: options.allow ?? [] });
  const nodes = lab.plan.nodes.map(({ name }) => name);
  const { degraded } = running;
  const text = [
    `${lab.plan.name} is up in ${dir}: ${nodes.join(', ')}`,
    `  -> subflow verify ${dirOption(dir)}`,
    `  -> subflow shell ${nodes[0] ?? 'NODE'} ${dirOption(dir)}`,
  ].join('\n');
  return {
    exitCode: exitCodes.ok,
    text: text + '\n',
    document: { lab: lab.plan.name, dir, provider: lab.plan.provider, nodes, degraded },
  };
}
