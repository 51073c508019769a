import type { Plan, PlannedNode } from '../../model/plan.js';
import { roomMib } from '../../model/planned-image.js';
import { fillTemplate } from '../template.js';
import type { Image } from './image.js';
import { managementOf, natNetwork } from '../../model/management.js';

/** Nodes that are clones of a golden image; the others are clones of VMs the user has. */
export function goldenNodes({ nodes }: Plan): PlannedNode[] {
  return nodes.filter(({ existingVm }) => existingVm === null);
}

/** The lab's Vagrantfile, see vagrant-templates/virtualbox/lab.rb.ejs. */
export function vagrantfile(plan: Plan, images: readonly Image[]): string {
  return fillTemplate('virtualbox/lab.rb.ejs', {
    lab: plan.name,
    natNetwork: natNetwork(plan),
    images: images.map(({ planned, path, id, links }) => ({
      ...{ name: planned.name, path, id, links },
      roomMib: roomMib(planned),
    })),
    nodes: goldenNodes(plan).map((node) => golden(plan, node)),
    routers: plan.nodes.flatMap(existing),
  });
}

function golden(plan: Plan, node: PlannedNode) {
  const { adapter, mac } = managementOf(plan, node);
  return {
    name: node.name,
    image: node.image,
    nics: adapters(node),
    management: { adapter, mac: plainMac(mac) },
  };
}

function existing(node: PlannedNode) {
  const { name, existingVm } = node;
  if (existingVm === null) return [];
  return [{ name, original: existingVm, nics: adapters(node) }];
}

/** Adapters count from 1 in the order of the node's interfaces. */
function adapters({ interfaces }: PlannedNode) {
  return interfaces.map(({ segment, mac }, index) => ({
    adapter: index + 1,
    segment,
    mac: plainMac(mac),
  }));
}

/** As VBoxManage takes it: 080027A1B2C3. */
function plainMac(mac: string): string {
  return mac.replaceAll(':', '').toUpperCase();
}
