import type { Impairment } from '../../src/model/generated/topology.js';
import {
  atOneOf,
  interfacesOf,
  nodesOf,
  typo,
  without,
  type Mutation,
  type Patient,
} from './mutation.js';

/** Segments and interfaces: whatever shapes. */
function shapersOf(patient: Patient): { name: string; holder: { impairment?: Impairment } }[] {
  const segments = Object.entries(patient.topology.segments);
  return [
    ...segments.map(([name, holder]) => ({ name, holder })),
    ...interfacesOf(nodesOf(patient)).map(({ name, index, nic }) => ({
      ...{ name: `NIC ${index} of ${name}`, holder: nic },
    })),
  ];
}

/** A link that is made worse by one setting. */
function impaired(setting: (patient: Patient) => Impairment): Mutation {
  return atOneOf(shapersOf, ({ name, holder }, patient) => {
    const worse = setting(patient);
    holder.impairment = { ...holder.impairment, ...worse };
    return `${name} has ${JSON.stringify(worse)}`;
  });
}

const burstTooSmall = impaired(({ dice }) => ({ rateMbit: 10, burstBytes: dice.int(200, 1500) }));
const queueTooShort = impaired(({ dice }) => ({ rateMbit: 10, queueMs: dice.pick([0.1, 0.5, 1]) }));
const allLost = impaired(({ dice }) => ({ lossPercent: dice.pick([50, 90, 100]) }));
const farAway = impaired(({ dice }) => ({ delayMs: dice.pick([400, 1000, 3000]) }));
const tooSlow = impaired(({ dice }) => ({ rateMbit: dice.pick([0.01, 0.05, 0.2]) }));

const mtuChanged: Mutation = ({ topology, dice }) => {
  const [name, segment] = dice.pick(Object.entries(topology.segments));
  segment.mtu = dice.pick([576, 800, 1279, 9000, 65_000]);
  return `the MTU of ${name} is ${segment.mtu}`;
};

const addressMoved = atOneOf(
  (patient) => interfacesOf(nodesOf(patient)),
  ({ name, nic, index }, { dice }) => {
    const was = dice.pick(nic.addresses ?? []);
    const now = typo(was, dice);
    if (was === now) return null;
    nic.addresses = (nic.addresses ?? []).map((address) => (address === was ? now : address));
    return `NIC ${index} of ${name} has ${now}, not ${was}`;
  },
);

const addressTaken = atOneOf(
  (patient) => interfacesOf(nodesOf(patient)),
  ({ name, nic, index }, patient) => {
    const others = interfacesOf(nodesOf(patient)).filter((other) => other.nic !== nic);
    const other = patient.dice.pick(others);
    nic.addresses = [...(other.nic.addresses ?? [])];
    return `NIC ${index} of ${name} has the addresses of NIC ${other.index} of ${other.name}`;
  },
);

const prefixLengthChanged = atOneOf(
  (patient) => interfacesOf(nodesOf(patient)),
  ({ name, nic, index }, { dice }) => {
    const was = dice.pick(nic.addresses ?? []);
    const [address] = was.split('/');
    const length = dice.pick(was.includes(':') ? [32, 48, 127, 128] : [8, 16, 30, 32]);
    const now = `${address!}/${length}`;
    if (was === now) return null;
    nic.addresses = (nic.addresses ?? []).map((it) => (it === was ? now : it));
    return `NIC ${index} of ${name} has ${now}, not ${was}`;
  },
);

const pluggedElsewhere = atOneOf(
  (patient) => interfacesOf(nodesOf(patient)),
  ({ name, nic, index }, { topology, dice }) => {
    const was = nic.segment;
    nic.segment = dice.pick([...Object.keys(topology.segments), 'nowhere']);
    topology.segments[nic.segment] ??= { subnets: [] };
    return was === nic.segment ? null : `NIC ${index} of ${name} is on ${nic.segment}, not ${was}`;
  },
);

const unplugged = atOneOf(
  (patient) => interfacesOf(nodesOf(patient)).filter(({ name }) => name !== 'client'),
  ({ name, node, nic, index }) => {
    if (node.interfaces.length < 2) return null;
    without(node.interfaces, nic);
    return `${name} is without NIC ${index}, on ${nic.segment}`;
  },
);

const nodeRemoved = atOneOf(nodesOf, ({ name }, { topology }) => {
  if (name === 'client' || name === 'server') return null;
  topology.nodes = Object.fromEntries(Object.entries(topology.nodes).filter(([it]) => it !== name));
  return `there is no ${name}`;
});

const interfacesSwapped = atOneOf(nodesOf, ({ name, node }) => {
  const [first, second] = node.interfaces;
  if (first === undefined || second === undefined) return null;
  [first.segment, second.segment] = [second.segment, first.segment];
  return `the first two NICs of ${name} are on each other's segments`;
});

export const linkMutations: Readonly<Record<string, Mutation>> = {
  burstTooSmall,
  queueTooShort,
  allLost,
  farAway,
  tooSlow,
  mtuChanged,
  addressMoved,
  addressTaken,
  prefixLengthChanged,
  pluggedElsewhere,
  unplugged,
  nodeRemoved,
  interfacesSwapped,
};
