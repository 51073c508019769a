import { describe, expect, it } from 'vitest';
import { parseTopology } from '../../../src/model/parse.js';
import type { InterfaceAddress, Route } from '../../../src/model/plan.js';
import { planLab } from '../../../src/plan/plan-lab.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';
import { roomy } from '../../helpers/limits.js';
import { interfaceOf, nodeOf } from '../../helpers/plan-lookup.js';

const plan = planLab(parseTopology(mptcpLab()), roomy);

const bound = ({ address, prefixLength }: InterfaceAddress) => `${address}/${prefixLength}`;

function written({ to, via, device, metric }: Route): string {
  const next = via === null ? 'scope link' : `via ${via}`;
  return `${to} ${next} dev ${device}${metric === null ? '' : ` metric ${metric}`}`;
}

describe('the original experiment, cell by cell', () => {
  it.each([
    ['client', 'enp0s3', '192.168.10.20/24', 'pathA'],
    ['client', 'enp0s8', '192.168.20.20/24', 'pathB'],
    ['router', 'enp0s3', '192.168.10.1/24', 'pathA'],
    ['router', 'enp0s8', '192.168.20.1/24', 'pathB'],
    ['router', 'enp0s9', '192.168.30.1/24', 'server'],
    ['server', 'enp0s3', '192.168.30.20/24', 'server'],
  ])('%s has %s with %s on %s', (node, device, address, segment) => {
    const nic = interfaceOf(plan, node, device);
    expect(nic.addresses.map(bound)).toEqual([address]);
    expect(nic.segment).toBe(segment);
  });

  it('has no interface beyond the six', () => {
    expect(plan.nodes.flatMap((node) => node.interfaces)).toHaveLength(6);
  });

  it("sets the client's default routes apart by metrics 100 and 200", () => {
    expect(nodeOf(plan, 'client').routes.map(written)).toEqual([
      'default via 192.168.10.1 dev enp0s3 metric 100',
      'default via 192.168.20.1 dev enp0s8 metric 200',
    ]);
  });

  it('gives the server its default route and no policy tables', () => {
    const server = nodeOf(plan, 'server');
    expect(server.routes.map(written)).toEqual(['default via 192.168.30.1 dev enp0s3 metric 100']);
    expect(server.policies).toEqual([]);
  });

  it("sends each of the client's source addresses to its own table", () => {
    const policies = nodeOf(plan, 'client').policies.map(({ from, table, routes }) => ({
      rule: `from ${from} table ${table}`,
      routes: routes.map(written),
    }));
    expect(policies).toEqual([
      {
        rule: 'from 192.168.10.20 table 1',
        routes: ['192.168.10.0/24 scope link dev enp0s3', 'default via 192.168.10.1 dev enp0s3'],
      },
      {
        rule: 'from 192.168.20.20 table 2',
        routes: ['192.168.20.0/24 scope link dev enp0s8', 'default via 192.168.20.1 dev enp0s8'],
      },
    ]);
  });

  it.each(['client', 'server'])('limits %s to two additional subflows and no ADD_ADDR', (name) => {
    expect(nodeOf(plan, name).mptcp.limits).toEqual({ subflows: 2, addAddrAccepted: 0 });
  });

  it('makes 192.168.20.20 the one endpoint, id 1, subflow', () => {
    expect(nodeOf(plan, 'client').mptcp.endpoints).toEqual([
      { address: '192.168.20.20', flags: ['subflow'], device: 'enp0s8', port: null, id: 1 },
    ]);
    expect(nodeOf(plan, 'server').mptcp.endpoints).toEqual([]);
  });

  it('has a router that forwards and knows no MPTCP', () => {
    const router = nodeOf(plan, 'router');
    expect(router.mptcp.enabled).toBe(false);
    expect(router.sysctls).toEqual([
      { key: 'net.ipv4.ip_forward', value: '1', optional: false },
      { key: 'net.mptcp.enabled', value: '0', optional: true },
    ]);
    expect(router.routes).toEqual([]);
  });

  it('runs both experiments from the client to 192.168.30.20 over enp0s3 first', () => {
    const runs = plan.experiments.map(({ kind, client, server, serverAddress, paths }) => ({
      kind,
      ends: [client, server, serverAddress],
      paths: paths.map(({ device, rateMbit }) => `${device} ${rateMbit}`),
    }));
    const ends = ['client', 'server', '192.168.30.20'];
    const paths = ['enp0s3 50', 'enp0s8 50'];
    expect(runs).toEqual([
      { kind: 'single-subflow', ends, paths },
      { kind: 'multi-subflow', ends, paths },
    ]);
  });
});

describe('options of mptcpLab', () => {
  it('shapes both ends of a path and leaves the server alone', () => {
    const shaped = planLab(mptcpLab({ rateMbit: [30, 10] }), roomy);
    const rate = (node: string, device: string) =>
      interfaceOf(shaped, node, device).shaper?.rate?.rateMbit;
    expect([rate('client', 'enp0s3'), rate('router', 'enp0s3')]).toEqual([30, 30]);
    expect([rate('client', 'enp0s8'), rate('router', 'enp0s8')]).toEqual([10, 10]);
    expect([rate('router', 'enp0s9'), rate('server', 'enp0s3')]).toEqual([undefined, undefined]);
  });

  it('has as many paths as rates are listed', () => {
    const three = planLab(mptcpLab({ rateMbit: [30, 20, 10] }), roomy);
    expect(three.experiments[0]?.paths.map(({ rateMbit }) => rateMbit)).toEqual([30, 20, 10]);
  });

  it('raises the limits with the number of paths', () => {
    const five = planLab(mptcpLab({ pathCount: 5 }), roomy);
    expect(nodeOf(five, 'server').mptcp.limits.subflows).toBe(4);
    expect(nodeOf(five, 'client').mptcp.endpoints.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });

  it('takes subnets of the paths and then of the server', () => {
    const moved = planLab(mptcpLab({ subnets: ['10.9.0.0/24', 'fd00:2::/64'] }), roomy);
    expect(moved.segments.map(({ subnets }) => subnets)).toEqual([
      ['10.9.0.0/24'],
      ['fd00:2::/64'],
      ['192.168.30.0/24'],
    ]);
  });

  it('is refused like any topology when it makes no sense', () => {
    expect(() => parseTopology(mptcpLab({ rateMbit: 0 }))).toThrow('0 is not > 0');
    expect(() => parseTopology(mptcpLab({ rateMbit: [5, 0] }))).toThrow('0 is not > 0');
    expect(() => parseTopology(mptcpLab({ rateMbit: -1 }))).toThrow('-1 is not > 0');
  });

  it.each([0, 1.5, 10, 27, NaN])('refuses %s as a number of paths', (pathCount) => {
    expect(() => mptcpLab({ pathCount })).toThrow(
      `pathCount: ${pathCount} is not a number of paths\n  -> Take a whole number from 1 to 9.`,
    );
  });

  it('refuses rates that are not one for each path', () => {
    expect(() => mptcpLab({ pathCount: 3, rateMbit: [30, 10] })).toThrow(
      'rateMbit: lists 2 rates for 3 paths: 30, 10',
    );
  });
});
