import type { Plan } from '../../model/plan.js';
import { dot, mermaid } from '../../render/diagram.js';
import type { Call, Options, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { openLab } from '../open-lab.js';

type Format = 'mermaid' | 'dot' | 'svg';

/** Draws a lab as text, or as a picture. */
export async function graph({ args, options }: Call): Promise<Outcome> {
  const { plan } = await openLab(args[0], options);
  const format = formatOf(options);
  const text = await drawings[format](plan);
  return { exitCode: exitCodes.ok, text, document: { lab: plan.name, format, graph: text } };
}

/** The layout is loaded for a picture only. */
const drawings: Readonly<Record<Format, (plan: Plan) => string | Promise<string>>> = {
  mermaid,
  dot,
  svg: async (plan) => (await import('../../report/topology/topology-svg.js')).topologySvg(plan),
};

function formatOf({ svg, format }: Options): Format {
  if (svg === true) return 'svg';
  return format === 'dot' || format === 'svg' ? format : 'mermaid';
}
