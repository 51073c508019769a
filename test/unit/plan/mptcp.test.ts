import { describe, expect, it } from 'vitest';
import { planLab } from '../../../src/plan/plan-lab.js';
import { roomy } from '../../helpers/limits.js';
import { nodeOf } from '../../helpers/plan-lookup.js';
import { twoPaths } from '../../helpers/small-labs.js';

type Changes = Parameters<typeof twoPaths>[0];

const mptcpOf = (changes: Changes, node: string) =>
  nodeOf(planLab(twoPaths(changes), roomy), node).mptcp;

const twoHomed = { interfaces: [{ segment: 'server' }, { segment: 'second' }] };
const secondSegment = { segments: { pathA: {}, pathB: {}, server: {}, second: {} } };
const wideRouter = {
  interfaces: ['pathA', 'pathB', 'server', 'second'].map((segment) => ({ segment })),
};
const multihomed: Changes = { server: twoHomed, router: wideRouter, lab: secondSegment };

describe('endpoints', () => {
  it("are the client's addresses but the one of lowest metric, each bound to its device", () => {
    const client = { interfaces: [{ segment: 'pathA', metric: 500 }, { segment: 'pathB' }] };
    expect(mptcpOf({ client }, 'client').endpoints).toEqual([
      { address: '10.1.0.20', flags: ['subflow'], device: 'enp0s3', port: null, id: 1 },
    ]);
  });

  it('announce the further addresses of a multihomed server', () => {
    expect(mptcpOf(multihomed, 'server').endpoints).toEqual([
      { address: '10.1.3.20', flags: ['signal'], device: 'enp0s8', port: null, id: 1 },
    ]);
  });

  it('do both on a host that is client here and server there', () => {
    const experiments = [
      { kind: 'multi-subflow', client: 'client', server: 'server' },
      { kind: 'multi-subflow', client: 'server', server: 'client' },
    ] as const;
    const lab = { experiments: [...experiments] };
    expect(mptcpOf({ lab }, 'client').endpoints[0]?.flags).toEqual(['subflow', 'signal']);
  });

  it('are exactly those listed, useless ones included', () => {
    const endpoints = [{ address: '10.99.0.1' }, { address: '10.1.1.20', port: 4321 }];
    expect(mptcpOf({ client: { mptcp: { endpoints } } }, 'client').endpoints).toEqual([
      { address: '10.99.0.1', flags: [], device: null, port: null, id: null },
      { address: '10.1.1.20', flags: [], device: null, port: 4321, id: null },
    ]);
  });

  it('are none on routers, on hosts without an experiment, and where an empty list says so', () => {
    expect(mptcpOf({}, 'router').endpoints).toEqual([]);
    expect(mptcpOf({ lab: { experiments: [] } }, 'client').endpoints).toEqual([]);
    expect(mptcpOf({ client: { mptcp: { endpoints: [] } } }, 'client').endpoints).toEqual([]);
  });
});

describe('limits', () => {
  it('are what the paths need on both ends', () => {
    expect(mptcpOf({}, 'client').limits).toEqual({ subflows: 1, addAddrAccepted: 0 });
    expect(mptcpOf({}, 'server').limits).toEqual({ subflows: 1, addAddrAccepted: 0 });
  });

  it('count the addresses a server announces', () => {
    expect(mptcpOf(multihomed, 'client').limits).toEqual({ subflows: 2, addAddrAccepted: 1 });
    expect(mptcpOf(multihomed, 'server').limits).toEqual({ subflows: 2, addAddrAccepted: 0 });
  });

  it('count every pair of a full mesh', () => {
    const endpoints = [{ address: '10.1.1.20', flags: ['fullmesh' as const] }];
    const changes = { ...multihomed, client: { mptcp: { endpoints } } };
    expect(mptcpOf(changes, 'server').limits.subflows).toBe(3);
  });

  it('win where given, one by one, zero included', () => {
    const client = { mptcp: { limits: { subflows: 0 } } };
    expect(mptcpOf({ ...multihomed, client }, 'client').limits).toEqual({
      subflows: 0,
      addAddrAccepted: 1,
    });
  });

  it('stop at the eight of the kernel', () => {
    const endpoints = Array.from({ length: 9 }, (_, index) => ({
      address: `10.1.1.${index + 20}`,
      flags: ['subflow' as const],
    }));
    expect(mptcpOf({ client: { mptcp: { endpoints } } }, 'client').limits.subflows).toBe(8);
  });
});

describe('kernel parameters', () => {
  const sysctlsOf = (changes: Changes, node: string) =>
    nodeOf(planLab(twoPaths(changes), roomy), node).sysctls;

  it('turn MPTCP on, the blackhole pause off and cubic on where the kernel lets them', () => {
    expect(sysctlsOf({}, 'client')).toEqual([
      { key: 'net.mptcp.enabled', value: '1', optional: false },
      { key: 'net.mptcp.blackhole_timeout', value: '0', optional: true },
      { key: 'net.ipv4.tcp_congestion_control', value: 'cubic', optional: true },
    ]);
  });

  it("are the user's where both have an opinion, and then not optional", () => {
    const sysctls = { 'net.ipv4.tcp_congestion_control': 'reno', 'net.ipv4.conf.all.rp_filter': 1 };
    expect(sysctlsOf({ client: { sysctls } }, 'client').slice(2)).toEqual([
      { key: 'net.ipv4.tcp_congestion_control', value: 'reno', optional: false },
      { key: 'net.ipv4.conf.all.rp_filter', value: '1', optional: false },
    ]);
  });

  it('turn MPTCP off on a host that wants none', () => {
    const [first] = sysctlsOf({ server: { mptcp: { enabled: false } } }, 'server');
    expect(first).toEqual({ key: 'net.mptcp.enabled', value: '0', optional: false });
  });

  it('forward IPv6 where there is IPv6', () => {
    const keys = sysctlsOf({ lab: { addressFamilies: ['ipv6'] } }, 'router').map(({ key }) => key);
    expect(keys).toEqual([
      'net.ipv4.ip_forward',
      'net.ipv6.conf.all.forwarding',
      'net.mptcp.enabled',
    ]);
  });
});
