import {
  atOneOf,
  clientOf,
  deviceOf,
  interfacesOf,
  mainRoutesOf,
  nodesOf,
  policiesOf,
  routersOf,
  typo,
  without,
  type Mutation,
  type Patient,
} from './mutation.js';
import type { PolicyInput, RouteInput } from '../../src/model/generated/topology.js';

const policyDropped = atOneOf(policiesOf, (policy, patient) => {
  without(policiesOf(patient), policy);
  return `no rule from ${policy.from}`;
});

const allPoliciesDropped: Mutation = (patient) => {
  clientOf(patient).policyRouting = [];
  return 'no policy routing on client';
};

const wrongTable = atOneOf(policiesOf, (policy, patient) => {
  const others = policiesOf(patient).map(({ table }) => table);
  const table = patient.dice.pick([...others, 200, 253, 254, 255]);
  if (table === policy.table) return null;
  const was = policy.table;
  policy.table = table;
  return `the rule from ${policy.from} points to table ${table}, not ${was}`;
});

const wrongSource = atOneOf(policiesOf, (policy, { dice }) => {
  const was = policy.from;
  policy.from = typo(was, dice);
  return policy.from === was ? null : `the rule from ${was} is from ${policy.from}`;
});

const tableEmptied = atOneOf(policiesOf, (policy) => {
  policy.routes = [];
  return `table ${policy.table} is empty`;
});

const tableRouteDropped = atOneOf(tableRoutes, ({ policy, route }) => {
  without(policy.routes, route);
  return `table ${policy.table} has no route to ${route.to}`;
});

const tablesSwapped: Mutation = (patient) => {
  const [one, other] = patient.dice.shuffled(policiesOf(patient));
  if (one === undefined || other === undefined) return null;
  [one.routes, other.routes] = [other.routes, one.routes];
  return `tables ${one.table} and ${other.table} have each other's routes`;
};

const wrongDeviceInTable = atOneOf(tableRoutes, ({ policy, route }, patient) => {
  const index = patient.dice.int(0, clientOf(patient).interfaces.length - 1);
  const device = deviceOf(patient, 'client', index);
  if (route.dev === device) return null;
  route.dev = device;
  return `the route to ${route.to} in table ${policy.table} leaves by ${device}`;
});

interface TableRoute {
  readonly policy: PolicyInput;
  readonly route: RouteInput;
}

function tableRoutes(patient: Patient): TableRoute[] {
  return policiesOf(patient).flatMap((policy) => policy.routes.map((route) => ({ policy, route })));
}

const wrongNextHop = atOneOf(
  (patient) => [
    ...mainRoutesOf(patient).map(({ name, route }) => ({ name, route })),
    ...tableRoutes(patient).map(({ route }) => ({ name: 'client', route })),
  ],
  ({ name, route }, patient) => {
    if (route.via === undefined) return null;
    const was = route.via;
    route.via = otherHop(was, patient);
    return route.via === was ? null : `${name} goes to ${route.to} via ${route.via}, not ${was}`;
  },
);

const wrongGateway = atOneOf(
  (patient) => interfacesOf(nodesOf(patient)),
  ({ name, nic, index }, patient) => {
    const [was] = nic.gateways ?? [];
    if (was === undefined) return null;
    const gateway = otherHop(was, patient);
    nic.gateways = [gateway, ...nic.gateways!.slice(1)];
    delete patient.topology.nodes[name]?.routes;
    return gateway === was ? null : `the gateway of ${name} on its NIC ${index} is ${gateway}`;
  },
);

/** Somebody else's address, or nobody's. */
function otherHop(was: string, patient: Patient): string {
  const isIpv6 = was.includes(':');
  const addresses = interfacesOf(nodesOf(patient))
    .flatMap(({ nic }) => nic.addresses ?? [])
    .map((text) => text.split('/')[0]!)
    .filter((address) => address.includes(':') === isIpv6);
  return patient.dice.chance(0.5) ? typo(was, patient.dice) : patient.dice.pick(addresses);
}

const routeDropped = atOneOf(mainRoutesOf, ({ name, route, routes }) => {
  without(routes, route);
  return `${name} has no route to ${route.to} by ${route.dev ?? '?'}`;
});

const allRoutesDropped = atOneOf(nodesOf, ({ name, node }) => {
  if ((node.routes ?? []).length === 0) return null;
  node.routes = [];
  return `${name} has no routes`;
});

const metricsSwapped = atOneOf(mainRoutesOf, ({ name, route, routes }) => {
  const other = routes.find(
    ({ to, metric }) => to === route.to && metric !== undefined && metric !== route.metric,
  );
  if (other === undefined || name !== 'client') return null;
  [route.metric, other.metric] = [other.metric!, route.metric!];
  return `client prefers ${route.metric < other.metric ? route.dev : other.dev} to ${route.to}`;
});

const forwardingOff = atOneOf(routersOf, ({ name, node }, { dice }) => {
  const key = dice.pick(['net.ipv4.ip_forward', 'net.ipv6.conf.all.forwarding']);
  node.sysctls = { ...node.sysctls, [key]: 0 };
  return `${key} is 0 on ${name}`;
});

const routerIsHost = atOneOf(routersOf, ({ name, node }) => {
  node.role = 'host';
  return `${name} is a host`;
});

const strictReversePath = atOneOf(nodesOf, ({ name, node }) => {
  node.sysctls = { ...node.sysctls, 'net.ipv4.conf.all.rp_filter': 1 };
  return `rp_filter is 1 on ${name}`;
});

export const routingMutations: Readonly<Record<string, Mutation>> = {
  policyDropped,
  allPoliciesDropped,
  wrongTable,
  wrongSource,
  tableEmptied,
  tableRouteDropped,
  tablesSwapped,
  wrongDeviceInTable,
  wrongNextHop,
  wrongGateway,
  routeDropped,
  allRoutesDropped,
  metricsSwapped,
  forwardingOff,
  routerIsHost,
  strictReversePath,
};
