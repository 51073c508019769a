import type { Problem } from '../errors.js';
import type { InterfaceInput, NodeInput, TopologyInput } from './generated/topology.js';
import { impairmentProblems } from './impairment-problems.js';
import {
  addressProblems,
  boundAddressProblems,
  gatewayProblems,
  policyProblems,
  routeProblems,
} from './address-problems.js';
import { pointer } from './pointer.js';
import { show } from './show.js';
import { unknownName } from './unknown-name.js';

type Segments = TopologyInput['segments'];

/** What nodes name must be there, and what they give as an address must be one. */
export function nodeProblems({ nodes, segments }: TopologyInput): Problem[] {
  return Object.entries(nodes).flatMap(([name, node]) => {
    const where = pointer('nodes', name);
    return [
      ...existingVmProblems(where, node),
      ...sshProblems(where, node),
      ...node.interfaces.flatMap((nic, index) =>
        interfaceProblems(`${where}/interfaces/${index}`, nic, segments),
      ),
      ...metricProblems(where, node.interfaces),
      ...(node.mptcp?.endpoints ?? []).flatMap(({ address }, index) =>
        addressProblems(`${where}/mptcp/endpoints/${index}/address`, address),
      ),
      ...(node.routes ?? []).flatMap((route, index) =>
        routeProblems(`${where}/routes/${index}`, route),
      ),
      ...(node.policyRouting ?? []).flatMap((policy, index) =>
        policyProblems(`${where}/policyRouting/${index}`, policy),
      ),
    ];
  });
}

function existingVmProblems(where: string, node: NodeInput): Problem[] {
  if (node.existingVm === undefined || node.role === 'router') return [];
  return [
    {
      where: `${where}/existingVm`,
      message: `"${node.existingVm}" would be a host; only routers can be existing VMs`,
      next: 'Remove it, or set "role" to "router".',
    },
  ];
}

function sshProblems(where: string, { ssh, existingVm }: NodeInput): Problem[] {
  if (ssh === undefined || existingVm !== undefined) return [];
  return [
    {
      where: `${where}/ssh`,
      message: `a login as ${show(ssh.user)} is for an existing VM, and the node is none`,
      next: 'Remove it, or name the VM by "existingVm"; to other nodes subflow logs in by itself.',
    },
  ];
}

function interfaceProblems(where: string, nic: InterfaceInput, segments: Segments): Problem[] {
  const segment = Object.hasOwn(segments, nic.segment) ? segments[nic.segment] : undefined;
  return [
    ...(segment === undefined
      ? [unknownName(`${where}/segment`, 'segment', nic.segment, segments)]
      : []),
    ...boundAddressProblems(`${where}/addresses`, nic.addresses ?? []),
    ...gatewayProblems(`${where}/gateways`, nic.gateways ?? []),
    ...impairmentProblems(where, nic.impairment, { ...segment?.impairment, ...nic.impairment }),
  ];
}

/** The kernel keeps one route of a prefix and metric, so two default routes cannot share theirs. */
function metricProblems(where: string, interfaces: readonly InterfaceInput[]): Problem[] {
  const firstIndex = new Map<number, number>();
  return interfaces.flatMap(({ metric }, index) => {
    if (metric === undefined) return [];
    const first = firstIndex.get(metric);
    if (first === undefined) {
      firstIndex.set(metric, index);
      return [];
    }
    return [
      {
        where: `${where}/interfaces/${index}/metric`,
        message: `${metric} is the metric of ${where}/interfaces/${first} already`,
        next: 'Give each interface of a node a metric of its own.',
      },
    ];
  });
}
