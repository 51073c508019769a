import type { Plan, PlannedNode } from '../../model/plan.js';
import { isKernelForcing } from '../../model/planned-image.js';
import { hostsFile } from '../netns/hosts-file.js';
import { marker } from '../netns/marker.js';
import { yamlText } from '../yaml.js';
import { nodeScript } from './node-script.js';
import { nodeScriptPath, nodeUnit, nodeUnitName } from './node-unit.js';

/**
 * cloud-init's user-data (cloudinit.readthedocs.io, "Cloud config"): the node's name and the names of
 * the others, and the unit that makes the machine the node at every boot.
 */
export function userData(plan: Plan, node: PlannedNode): string {
  return (
    '#cloud-config\n' +
    marker(`What cloud-init makes of the image for ${node.name}.`) +
    yamlText({
      hostname: node.name,
      write_files: [
        { path: '/etc/hosts', content: hostsFile(plan) },
        { path: nodeScriptPath, permissions: '0755', content: nodeScript(node) },
        { path: `/etc/systemd/system/${nodeUnitName}`, content: nodeUnit(plan, node) },
      ],
      runcmd: [
        ...forcingUnits(plan, node).map((unit) => `systemctl enable --now ${unit}`),
        `systemctl enable --now ${nodeUnitName}`,
      ],
    })
  );
}

/** The image has them ready; the node's experiments say which it needs. */
function forcingUnits({ experiments }: Plan, { name }: PlannedNode): string[] {
  const methods = experiments.flatMap(({ client, server, forcing }) => [
    ...(client === name ? [forcing.client] : []),
    ...(server === name ? [forcing.server] : []),
  ]);
  const used = new Set(methods.filter(isKernelForcing));
  return [...used].map((method) => `subflow-${method}.service`);
}
