import fc from 'fast-check';
import type {
  AddressFamily,
  NodeInput,
  SegmentInput,
  TopologyInput,
} from '../../src/model/generated/topology.js';

const familySets: AddressFamily[][] = [['ipv4'], ['ipv6'], ['ipv4', 'ipv6']];

const arbitrarySegment: fc.Arbitrary<SegmentInput> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({ impairment: fc.record({ rateMbit: fc.integer({ min: 1, max: 100 }) }) }),
  },
);

/**
 * Labs of a few segments, routers and hosts, plugged in at random: parallel routers, rings, islands,
 * hosts on the server's segment. A few segments have subnets of their own, some in the planner's pool.
 */
export const arbitraryTopology: fc.Arbitrary<TopologyInput> = fc
  .record({
    name: fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/),
    addressFamilies: fc.constantFrom(...familySets),
    segments: fc.array(arbitrarySegment, { minLength: 1, maxLength: 7 }),
    ownSubnets: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    routers: fc.array(plugs(4), { maxLength: 6 }),
    hosts: fc.array(plugs(3), { minLength: 1, maxLength: 5 }),
  })
  .map(({ name, addressFamilies, segments, ownSubnets, routers, hosts }) => {
    const plug = (numbers: readonly number[]) =>
      numbers.map((number) => ({ segment: `s${number % segments.length}` }));
    const nodes: [string, NodeInput][] = [
      ...routers.map((numbers, index): [string, NodeInput] => [
        `r${index}`,
        { role: 'router', interfaces: unique(plug(numbers)) },
      ]),
      ...hosts.map((numbers, index): [string, NodeInput] => [
        `h${index}`,
        { interfaces: unique(plug(numbers)) },
      ]),
    ];
    return {
      name,
      addressFamilies,
      segments: Object.fromEntries(
        segments.map((segment, index) => [
          `s${index}`,
          ownSubnets.includes(index)
            ? { ...segment, subnets: addressFamilies.map((family) => ownSubnet(family, index)) }
            : segment,
        ]),
      ),
      nodes: Object.fromEntries(nodes),
    };
  });

function plugs(most: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: most });
}

function unique(interfaces: { segment: string }[]): { segment: string }[] {
  return [...new Map(interfaces.map((nic) => [nic.segment, nic])).values()];
}

function ownSubnet(family: AddressFamily, index: number): string {
  return family === 'ipv4' ? `10.1.${index}.0/24` : `fd00:${index}::/64`;
}
