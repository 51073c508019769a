import { dot, mermaid } from '../../render/diagram.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { openLab } from '../open-lab.js';

/** Draws a lab as text. */
export async function graph({ args, options }: Call): Promise<Outcome> {
  const { plan } = await openLab(args[0], options);
  const format = options.format ?? 'mermaid';
  const text = format === 'dot' ? dot(plan) : mermaid(plan);
  return { exitCode: exitCodes.ok, text, document: { lab: plan.name, format, graph: text } };
}
