import type { Plan } from '../model/plan.js';
import type { Artifact } from '../model/provider.js';
import { marker } from './netns/marker.js';
import { fillTemplate } from './template.js';
import { builder, imageOf } from './virtualbox/image.js';
import { nodeScript, nodeScriptPathOf } from './virtualbox/node-script.js';
import { seed } from './virtualbox/seed.js';
import { goldenNodes, vagrantfile } from './virtualbox/vagrantfile.js';

/**
 * A Vagrant directory to commit: plain `vagrant up` in it builds the golden image, clones the nodes
 * from it and boots them, with neither Node nor subflow installed.
 */
export function renderVirtualbox(plan: Plan): Artifact[] {
  const nodes = goldenNodes(plan);
  const images = plan.images.map(imageOf);
  return [
    { path: 'Vagrantfile', content: vagrantfile(plan, images) },
    ...(images.length > 0 ? [builder()] : []),
    ...images.flatMap(({ files }) => files),
    ...nodes.flatMap((node) => seed(plan, node)),
    ...existingRouters(plan),
    { path: '.gitattributes', content: gitAttributes },
  ];
}

/** What clones of the user's own VMs need: Ruby that asks for them, and a script to run on each. */
function existingRouters({ nodes }: Plan): Artifact[] {
  const routers = nodes.filter(({ existingVm }) => existingVm !== null);
  if (routers.length === 0) return [];
  return [
    {
      path: 'lib/existing_vm.rb',
      content: fillTemplate('virtualbox/existing_vm.rb.ejs', {}),
    },
    ...routers.map((node) => ({ path: nodeScriptPathOf(node), content: nodeScript(node) })),
  ];
}

const gitAttributes = `${marker('How git treats the generated files: text as it is, seeds as bytes.')}* text eol=lf linguist-generated
*.iso -text -diff linguist-generated
`;
