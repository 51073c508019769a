import type {
  EndpointInput,
  InterfaceInput,
  NodeInput,
  PolicyInput,
  RouteInput,
  TopologyInput,
} from '../../src/model/generated/topology.js';
import type { Plan } from '../../src/model/plan.js';
import type { Dice } from './dice.js';

/** A correct lab, all of it written down, that a mutation may change at will. */
export interface Patient {
  readonly topology: TopologyInput;
  /** Of the lab while it was correct. */
  readonly plan: Plan;
  readonly dice: Dice;
}

/** Makes one mistake in the lab and says which, or null where the lab has nothing to make it in. */
export type Mutation = (patient: Patient) => string | null;

/** A mutation at one place of several, chosen at random. */
export function atOneOf<Item>(
  placesIn: (patient: Patient) => readonly Item[],
  change: (item: Item, patient: Patient) => string | null,
): Mutation {
  return (patient) => {
    for (const place of patient.dice.shuffled(placesIn(patient))) {
      const said = change(place, patient);
      if (said !== null) return said;
    }
    return null;
  };
}

export interface NamedNode {
  readonly name: string;
  readonly node: NodeInput;
}

export function nodesOf({ topology }: Patient): NamedNode[] {
  return Object.entries(topology.nodes).map(([name, node]) => ({ name, node }));
}

export const routersOf = (patient: Patient) =>
  nodesOf(patient).filter(({ node }) => node.role === 'router');

export const clientOf = ({ topology }: Patient): NodeInput => topology.nodes['client']!;

/** Client and server. */
export const endsOf = (patient: Patient) =>
  nodesOf(patient).filter(({ name }) => name === 'client' || name === 'server');

export interface InterfaceOf extends NamedNode {
  readonly nic: InterfaceInput;
  readonly index: number;
}

export function interfacesOf(nodes: readonly NamedNode[]): InterfaceOf[] {
  return nodes.flatMap(({ name, node }) =>
    node.interfaces.map((nic, index) => ({ name, node, nic, index })),
  );
}

export const policiesOf = (patient: Patient): PolicyInput[] =>
  clientOf(patient).policyRouting ?? [];

export interface EndpointOf extends NamedNode {
  readonly endpoint: EndpointInput;
  readonly endpoints: EndpointInput[];
}

export function endpointsOf(patient: Patient): EndpointOf[] {
  return nodesOf(patient).flatMap(({ name, node }) => {
    const endpoints = node.mptcp?.endpoints ?? [];
    return endpoints.map((endpoint) => ({ name, node, endpoint, endpoints }));
  });
}

export interface RouteOf extends NamedNode {
  readonly route: RouteInput;
  readonly routes: RouteInput[];
}

export function mainRoutesOf(patient: Patient): RouteOf[] {
  return nodesOf(patient).flatMap(({ name, node }) => {
    const routes = node.routes ?? [];
    return routes.map((route) => ({ name, node, route, routes }));
  });
}

/** The device of a node's interface, as the plan names it. */
export function deviceOf({ plan }: Patient, name: string, index: number): string {
  return plan.nodes.find((node) => node.name === name)?.interfaces[index]?.device ?? '';
}

export function without<Item>(items: Item[], item: Item): void {
  items.splice(items.indexOf(item), 1);
}

/** The same address or prefix with another last number. */
export function typo(text: string, dice: Dice): string {
  const [address, length] = text.split('/');
  const changed = address!.replace(/[0-9a-f]+$/, () => `${dice.int(11, 14)}`);
  return length === undefined ? changed : `${changed}/${length}`;
}
