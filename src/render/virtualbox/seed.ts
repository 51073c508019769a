import { isoImage } from '../../iso9660/iso-image.js';
import type { Plan, PlannedNode } from '../../model/plan.js';
import type { Artifact } from '../../model/provider.js';
import { sha256 } from '../../model/sha256.js';
import { marker } from '../netns/marker.js';
import { yamlText } from '../yaml.js';
import { networkConfig } from './network-config.js';
import { userData } from './user-data.js';

/** The label cloud-init's NoCloud datasource looks for. */
const label = 'cidata';

/** A node's seed for cloud-init's NoCloud datasource: the files to review, and the ISO image made of them. */
export function seed(plan: Plan, node: PlannedNode): Artifact[] {
  const user = userData(plan, node);
  const network = networkConfig(plan, node);
  const files = [
    { name: 'user-data', content: user },
    { name: 'meta-data', content: metaData(plan, node, user + network) },
    { name: 'network-config', content: network },
  ];
  const iso = isoImage(
    label,
    files.map(({ name, content }) => ({ name, content: new TextEncoder().encode(content) })),
  );
  return [
    ...files.map(({ name, content }) => ({ path: `nodes/${node.name}/${name}`, content })),
    { path: `nodes/${node.name}/seed.iso`, content: iso },
  ];
}

/** A changed seed is a new instance to cloud-init, which then applies it at the next boot. */
function metaData(plan: Plan, { name }: PlannedNode, seeded: string): string {
  const hash = sha256(seeded).slice(0, 12);
  return (
    marker(`Who ${name} is to cloud-init.`) +
    yamlText({ 'instance-id': `${plan.name}-${name}-${hash}`, 'local-hostname': name })
  );
}
