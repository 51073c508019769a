import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { findLabs, seeLab, type SeenLab } from '../find-lab.js';

/** Tells what runs of the lab in `--dir`, or of all labs below `.subflow`. */
export async function status(call: Call): Promise<Outcome> {
  const { dir } = call.options;
  const labs = dir === undefined ? await findLabs(call) : [await seeLab(dir, call)];
  const documents = labs.map(documentOf);
  return {
    exitCode: exitCodes.ok,
    text: labs.map(textOf).join('\n'),
    document: dir === undefined ? { labs: documents } : (documents[0] ?? {}),
  };
}

function textOf({ dir, lab, status: { running, nodes, degraded = [] } }: SeenLab): string {
  const lines = [
    `${lab.plan.name} in ${dir}: ${running ? 'running' : 'not running'} (${lab.plan.provider})`,
    ...nodes.map((node) => `  ${node.name}: ${node.running ? 'running' : 'not running'}`),
    ...degraded.map((what) => `  degraded: ${what}`),
  ];
  return lines.join('\n') + '\n';
}

function documentOf({ dir, lab, status: { running, nodes, degraded = [] } }: SeenLab) {
  return { lab: lab.plan.name, dir, provider: lab.plan.provider, running, nodes, degraded };
}
