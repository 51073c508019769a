import type { Plan } from '../model/plan.js';
import type { Artifact } from '../model/provider.js';
import { hostsFile } from './netns/hosts-file.js';
import { networkScript } from './netns/network-script.js';
import { nodeScript } from './netns/node-script.js';

/** The scripts that make a lab of namespaces: the driver runs these very files, and so can anybody. */
export function renderNetns(plan: Plan): Artifact[] {
  return [
    { path: 'network.sh', content: networkScript(plan) },
    { path: 'hosts', content: hostsFile(plan) },
    ...plan.nodes.map((node) => ({ path: `nodes/${node.name}.sh`, content: nodeScript(node) })),
  ];
}
