import { describe, expect, it } from 'vitest';
import type { TopologyInput } from '../../../src/model/generated/topology.js';
import type { Route } from '../../../src/model/plan.js';
import { planLab } from '../../../src/plan/plan-lab.js';
import { roomy } from '../../helpers/limits.js';
import { interfaceOf, nodeOf } from '../../helpers/plan-lookup.js';
import { twoPaths } from '../../helpers/small-labs.js';

function written({ to, via, device, metric }: Route): string {
  return [to, via && `via ${via}`, device && `dev ${device}`, metric !== null && `metric ${metric}`]
    .filter(Boolean)
    .join(' ');
}

const routesOf = (topology: TopologyInput, node: string) =>
  nodeOf(planLab(topology, roomy), node).routes.map(written);

/** A LAN with two routers: `a` leads to most, only `b` to the server. */
const twoWaysOut: TopologyInput = {
  name: 'two-ways-out',
  segments: { lan: {}, left: {}, more: {}, right: {} },
  nodes: {
    client: { interfaces: [{ segment: 'lan' }] },
    a: {
      role: 'router',
      interfaces: [{ segment: 'lan' }, { segment: 'left' }, { segment: 'more' }],
    },
    b: { role: 'router', interfaces: [{ segment: 'lan' }, { segment: 'right' }] },
    server: { interfaces: [{ segment: 'right' }] },
  },
};

describe('default gateways', () => {
  it('are the router that leads to most segments', () => {
    const plan = planLab(twoWaysOut, roomy);
    expect(interfaceOf(plan, 'client', 'enp0s3').addresses[0]?.gateway).toBe('10.1.0.1');
  });

  it('are taken as given, a wrong one included, without any route that would mend it', () => {
    const wrong = structuredClone(twoWaysOut);
    wrong.nodes['client'] = { interfaces: [{ segment: 'lan', gateways: ['10.1.0.99'] }] };
    expect(routesOf(wrong, 'client')).toEqual(['default via 10.1.0.99 dev enp0s3 metric 100']);
  });

  it('are none where an empty list says so', () => {
    const client = {
      interfaces: [{ segment: 'pathA' }, { segment: 'pathB', gateways: [] }],
    };
    expect(routesOf(twoPaths({ client }), 'client')).toEqual([
      'default via 10.1.0.1 dev enp0s3 metric 100',
    ]);
    const [, second] = nodeOf(planLab(twoPaths({ client }), roomy), 'client').policies;
    expect(second?.routes.map(written)).toEqual(['10.1.1.0/24 dev enp0s8']);
  });

  it('can be given to a router', () => {
    const router = {
      interfaces: [
        { segment: 'pathA' },
        { segment: 'pathB' },
        { segment: 'server', gateways: ['10.1.2.20'] },
      ],
    };
    expect(routesOf(twoPaths({ router }), 'router')).toEqual([
      'default via 10.1.2.20 dev enp0s9 metric 300',
    ]);
  });
});

describe('routes of the main table', () => {
  it('name what another router than the gateway leads to', () => {
    expect(routesOf(twoWaysOut, 'client')).toEqual([
      'default via 10.1.0.1 dev enp0s3 metric 100',
      '10.1.3.0/24 via 10.1.0.2 dev enp0s3 metric 100',
    ]);
  });

  it('are exactly those listed, the device found by the next hop', () => {
    const routes = [
      { to: 'default', via: '10.1.1.1', metric: 7 },
      { to: '10.7.0.0/16', via: '172.16.0.1' },
      { to: '10.8.0.0/16', dev: 'enp0s3' },
      { to: '10.1.1.128/25' },
    ];
    expect(routesOf(twoPaths({ client: { routes } }), 'client')).toEqual([
      'default via 10.1.1.1 dev enp0s8 metric 7',
      '10.7.0.0/16 via 172.16.0.1',
      '10.8.0.0/16 dev enp0s3',
      '10.1.1.128/25 dev enp0s8',
    ]);
  });

  it('are none where an empty list says so', () => {
    expect(routesOf(twoPaths({ client: { routes: [] } }), 'client')).toEqual([]);
  });

  it("lead to a part of the lab only one interface reaches, whatever the gateway's metric", () => {
    const islands = twoPaths({
      router: { interfaces: [{ segment: 'pathB' }, { segment: 'server' }] },
      lab: { experiments: [] },
    });
    islands.nodes['lonely'] = { role: 'router', interfaces: [{ segment: 'pathA' }] };
    expect(routesOf(islands, 'client')).toEqual([
      'default via 10.1.0.1 dev enp0s3 metric 100',
      'default via 10.1.1.1 dev enp0s8 metric 200',
      '10.1.2.0/24 via 10.1.1.1 dev enp0s8 metric 200',
    ]);
  });

  it("keep the initial subflow off the server's own segment when its metric is higher", () => {
    const client = { interfaces: [{ segment: 'pathA' }, { segment: 'server' }] };
    const plan = planLab(twoPaths({ client }), roomy);
    const { serverAddress, paths } = plan.experiments[0]!;
    expect(paths.map(({ device }) => device)).toEqual(['enp0s3', 'enp0s8']);
    expect(nodeOf(plan, 'client').routes.map(written)).toContain(
      `${serverAddress}/32 via 10.1.0.1 dev enp0s3 metric 100`,
    );
  });
});

describe('policy routing', () => {
  it('is off where an empty list says so', () => {
    const plan = planLab(twoPaths({ client: { policyRouting: [] } }), roomy);
    expect(nodeOf(plan, 'client').policies).toEqual([]);
  });

  it('is exactly what is listed: two rules for one table, a prefix, no default', () => {
    const policyRouting = [
      { from: '10.1.0.20', table: 7, routes: [{ to: 'default', via: '10.1.0.1' }] },
      { from: '10.1.1.0/24', table: 7, routes: [] },
    ];
    const { policies } = nodeOf(planLab(twoPaths({ client: { policyRouting } }), roomy), 'client');
    expect(
      policies.map(({ routes, ...rule }) => ({ ...rule, routes: routes.map(written) })),
    ).toEqual([
      {
        family: 'ipv4',
        from: '10.1.0.20',
        table: 7,
        priority: 1001,
        routes: ['default via 10.1.0.1 dev enp0s3'],
      },
      { family: 'ipv4', from: '10.1.1.0/24', table: 7, priority: 1002, routes: [] },
    ]);
  });

  it('shares a table between the families of an interface', () => {
    const plan = planLab(twoPaths({ lab: { addressFamilies: ['ipv4', 'ipv6'] } }), roomy);
    const rules = nodeOf(plan, 'client').policies.map(({ family, table }) => `${family} ${table}`);
    expect(rules).toEqual(['ipv4 1', 'ipv6 1', 'ipv4 2', 'ipv6 2']);
  });
});
