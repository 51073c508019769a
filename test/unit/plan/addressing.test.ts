import { describe, expect, it } from 'vitest';
import type { TopologyInput } from '../../../src/model/generated/topology.js';
import { planLab } from '../../../src/plan/plan-lab.js';
import { roomy } from '../../helpers/limits.js';
import { nodeOf } from '../../helpers/plan-lookup.js';
import { oneSegment, twoPaths } from '../../helpers/small-labs.js';

const names = (count: number) => Array.from({ length: count }, (_, index) => `h${index}`);

const subnetsOf = (topology: TopologyInput) =>
  planLab(topology, roomy).segments.map(({ subnets }) => subnets.join(' '));

function addressesOf(topology: TopologyInput): Record<string, string[]> {
  const plan = planLab(topology, roomy);
  return Object.fromEntries(
    plan.nodes.map(({ name, interfaces }) => [
      name,
      interfaces.flatMap(({ addresses }) => addresses.map(({ address }) => address)),
    ]),
  );
}

describe('subnets', () => {
  it('begin at 10.1.0.0/24, clear of the networks of VirtualBox NAT', () => {
    expect(subnetsOf(twoPaths({}))).toEqual(['10.1.0.0/24', '10.1.1.0/24', '10.1.2.0/24']);
  });

  it('pass by what any segment or interface has for itself', () => {
    const topology = twoPaths({
      lab: { segments: { pathA: {}, pathB: { subnets: ['10.1.0.0/23'] }, server: {} } },
      server: { interfaces: [{ segment: 'server', addresses: ['10.1.9.20/24'] }] },
      router: {
        interfaces: [
          { segment: 'pathA' },
          { segment: 'pathB', addresses: ['10.1.2.1/24'] },
          { segment: 'server' },
        ],
      },
    });
    expect(subnetsOf(topology)).toEqual(['10.1.3.0/24', '10.1.0.0/23', '10.1.9.0/24']);
  });

  it('grow with the number of members', () => {
    expect(subnetsOf(oneSegment(names(254)))).toEqual(['10.1.0.0/24']);
    expect(subnetsOf(oneSegment(names(255)))).toEqual(['10.1.0.0/23']);
  });

  it('are a unique local /64 for IPv6, from the name of the lab', () => {
    const six: TopologyInput = { ...oneSegment(['a']), addressFamilies: ['ipv6'] };
    const [first, second] = [subnetsOf(six), subnetsOf({ ...six, name: 'other' })];
    expect(first[0]).toMatch(/^fd[0-9a-f]{2}:[0-9a-f]{1,4}:[0-9a-f]{1,4}::\/64$/);
    expect(second).not.toEqual(first);
  });

  it('are none where none are wanted', () => {
    expect(subnetsOf(oneSegment(['a'], { subnets: [] }))).toEqual(['']);
    expect(addressesOf(oneSegment(['a'], { subnets: [] }))).toEqual({ a: [] });
  });
});

describe('addresses', () => {
  it('start at .1 for routers and .20 for hosts, alike in both families', () => {
    const both = twoPaths({ lab: { addressFamilies: ['ipv4', 'ipv6'] } });
    const numbers = Object.values(addressesOf(both)).flatMap((addresses) =>
      addresses.map((address) => address.replace(/.*[.:]/, '')),
    );
    expect(new Set(numbers)).toEqual(new Set(['20', '14', '1']));
  });

  it('follow the routers where a subnet ends before .20', () => {
    expect(addressesOf(oneSegment(['a', 'b'], { subnets: ['10.5.0.0/29'] }))).toEqual({
      a: ['10.5.0.1'],
      b: ['10.5.0.2'],
    });
  });

  it('use both ends of a point-to-point subnet', () => {
    expect(addressesOf(oneSegment(['a', 'b'], { subnets: ['10.5.0.0/31'] }))).toEqual({
      a: ['10.5.0.1'],
      b: ['10.5.0.0'],
    });
  });

  it('keep clear of addresses others have', () => {
    const topology = oneSegment(['a', 'b', 'c'], { subnets: ['10.5.0.0/24'] });
    topology.nodes['b'] = { interfaces: [{ segment: 'lan', addresses: ['10.5.0.20/24'] }] };
    expect(addressesOf(topology)).toEqual({
      a: ['10.5.0.21'],
      b: ['10.5.0.20'],
      c: ['10.5.0.22'],
    });
  });

  it('wrap round before a subnet counts as full', () => {
    const topology = oneSegment(names(235), { subnets: ['10.5.0.0/24'] });
    const interfaces = [{ segment: 'lan', addresses: ['10.5.0.100/24'] }];
    topology.nodes['router'] = { role: 'router', interfaces };
    const { h0, h79, h80, h234 } = addressesOf(topology);
    expect([h0, h79, h80, h234].flat()).toEqual([
      '10.5.0.20',
      '10.5.0.99',
      '10.5.0.101',
      '10.5.0.1',
    ]);
  });

  it('are none where an empty list says so', () => {
    const plan = planLab(
      twoPaths({
        client: { interfaces: [{ segment: 'pathA' }, { segment: 'pathB', addresses: [] }] },
      }),
      roomy,
    );
    const client = nodeOf(plan, 'client');
    expect(client.interfaces[1]?.addresses).toEqual([]);
    expect(client.policies.map(({ table }) => table)).toEqual([1]);
    expect(plan.experiments[0]?.paths.map(({ device }) => device)).toEqual(['enp0s3']);
  });
});
