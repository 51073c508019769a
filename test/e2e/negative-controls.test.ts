import { describe, expect, it } from 'vitest';
import type {
  EndpointInput,
  NodeInput,
  TopologyInput,
} from '../../src/model/generated/topology.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import {
  asItIs,
  brokenLab,
  causesOf,
  onRouter,
  statusOf,
  verdictOf,
} from '../helpers/broken-lab.js';

describe('a lab that is broken on purpose', () => {
  it('without policy rules fails on the interface alone, though every counter is perfect', async () => {
    const verdict = await verdictOf(
      brokenLab({
        client: {
          policyRouting: [],
          mptcp: {
            limits: { subflows: 2 },
            endpoints: [{ address: '192.168.20.20', flags: ['subflow'] }],
          },
        },
      }),
      asItIs,
      ['routing/no-source-rule'],
    );
    expect(verdict.status).toBe('fail');
    expect(statusOf(verdict)).toEqual({
      programs: 'pass',
      captures: 'pass',
      'mp-capable': 'pass',
      dss: 'pass',
      'mp-join': 'pass',
      hmac: 'pass',
      'data-contiguous': 'pass',
      'path-payload': 'fail',
      'joins-accepted': 'pass',
      'no-fallback': 'pass',
    });
    expect(verdict.reason).toBe(
      'The subflow from 192.168.20.20 leaves by enp0s3 instead of enp0s8: no rule for the source address 192.168.20.20 (ip rule show), and its endpoint is not bound to enp0s8.',
    );
    expect(causesOf(verdict)).toEqual(['certain no-source-rule']);
  });

  it('with the rules of two paths crossed fails on the interfaces alone', async () => {
    const subnets = ['10', '20', '30', '40'].map((part) => `192.168.${part}.0/24`);
    const three = mptcpLab({ rateMbit: [20, 20, 20], subnets });
    const rule = (from: string, via: string, table: number) => ({
      ...{ from: `192.168.${from}.20`, table },
      routes: [{ to: 'default', via: `192.168.${via}.1` }],
    });
    const client: NodeInput = {
      ...three.nodes['client']!,
      policyRouting: [rule('20', '30', 2), rule('30', '20', 3)],
      mptcp: {
        limits: { subflows: 2 },
        endpoints: ['20', '30'].map((part) => ({
          ...{ address: `192.168.${part}.20`, flags: ['subflow'] },
        })),
      },
    };
    const { experiments } = brokenLab({});
    const nodes = { ...three.nodes, client };
    const verdict = await verdictOf({ ...three, nodes, experiments: [...experiments!] }, asItIs, [
      'routing/crossed-tables',
      'routing/crossed-tables',
    ]);
    const failures = verdict.rungs.filter(({ status }) => status !== 'pass');
    expect(failures.map(({ id, status }) => [id, status])).toEqual([['path-payload', 'fail']]);
    expect(verdict.reason).toMatch(
      /^The subflow from 192\.168\.20\.20 leaves by enp0s9 instead of enp0s8/,
    );
    expect(causesOf(verdict)).toEqual([
      'certain source-rule-elsewhere',
      'certain source-rule-elsewhere',
    ]);
  });

  it('with limit 0 on the server fails because the server rejects the join', async () => {
    const verdict = await verdictOf(
      brokenLab({ server: { mptcp: { limits: { subflows: 0, addAddrAccepted: 0 } } } }),
      asItIs,
      ['mptcp/subflow-limit-on-server'],
    );
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(/^The server rejects joins: its subflow limit is too low/);
    expect(statusOf(verdict)).toMatchObject({
      'mp-capable': 'pass',
      'mp-join': 'fail',
      'joins-accepted': 'fail',
      'no-fallback': 'pass',
    });
    expect(causesOf(verdict)).toEqual(['certain server-limit']);
  });

  it('with an endpoint without flags fails because the client never tries to join', async () => {
    const verdict = await verdictOf(
      brokenLab({
        client: {
          mptcp: { limits: { subflows: 2 }, endpoints: [{ address: '192.168.20.20' }] },
        },
      }),
      asItIs,
      ['mptcp/endpoint-without-flag'],
    );
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(
      /^The client never tried: no endpoint 192\.168\.20\.20 with the flag subflow/,
    );
    expect(statusOf(verdict)).toMatchObject({ dss: 'pass', 'mp-join': 'fail' });
    expect(causesOf(verdict)).toEqual(['certain endpoint-without-flag']);
  });

  it('with a plain TCP server fails because nothing makes the server use MPTCP', async () => {
    const verdict = await verdictOf(
      brokenLab({}, { forcing: { client: 'mptcpize', server: 'none' } }),
      asItIs,
      ['experiment/plain-tcp-server'],
    );
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toBe(
      "The server's program listens on a plain TCP socket: nothing makes it use MPTCP (forcing none).",
    );
    expect(statusOf(verdict)).toMatchObject({ 'mp-capable': 'fail', 'no-fallback': 'fail' });
    expect(causesOf(verdict)).toEqual(['certain plain-server']);
  });

  it('with a strict reverse path filter and no rules fails because the answers are dropped', async () => {
    const verdict = await verdictOf(
      brokenLab({
        client: {
          policyRouting: [],
          sysctls: { 'net.ipv4.conf.all.rp_filter': 1 },
          mptcp: {
            limits: { subflows: 2 },
            endpoints: [{ address: '192.168.20.20', dev: 'enp0s8', flags: ['subflow'] }],
          },
        },
      }),
      asItIs,
      ['routing/reverse-path-on-host'],
    );
    expect(verdict.status).toBe('fail');
    expect(causesOf(verdict)).toEqual(['certain rp-filter']);
  });

  it('with limit 0 on the client fails because it never tries to join', async () => {
    const limits = { subflows: 0, addAddrAccepted: 0 };
    const endpoints: EndpointInput[] = [{ address: '192.168.20.20', flags: ['subflow'] }];
    const client = { mptcp: { limits, endpoints } };
    const verdict = await verdictOf(brokenLab({ client }), asItIs, [
      'mptcp/subflow-limit-on-client',
    ]);
    expect(verdict.status).toBe('fail');
    expect(causesOf(verdict)).toEqual(['certain client-limit']);
  });
});

describe('one subflow that is not alone or not where it should be', () => {
  const single = { kind: 'single-subflow' } as const;

  it('fails where something adds endpoints behind its back', async () => {
    const capturing = 'cat /proc/[0-9]*/comm 2>/dev/null | grep -q dumpcap';
    const add = 'ip mptcp limits set subflow 2; ip mptcp endpoint add 192.168.20.20 subflow';
    const verdict = await verdictOf(brokenLab({}, single), (lab) => {
      const program = `until ${capturing}; do sleep 0.02; done; ${add}`;
      lab.node('client').spawn(['sh', '-c', program]);
      return Promise.resolve();
    });
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(/^Something adds endpoints behind the lab's back/);
    expect(causesOf(verdict)).toEqual(['certain foreign-endpoints']);
  });

  it('fails where the routes of the client take it to another interface', async () => {
    const routes = [{ to: 'default', via: '192.168.20.1' }];
    const verdict = await verdictOf(brokenLab({ client: { routes } }, single), asItIs, [
      'routing/initial-path-elsewhere',
    ]);
    expect(verdict.status).toBe('fail');
    const payload = verdict.rungs.find(({ id }) => id === 'path-payload');
    expect(payload).toMatchObject({
      ...{ status: 'fail', reason: 'Payload left by enp0s8: look at the routes.' },
    });
    expect(causesOf(verdict)).toEqual(['certain default-route-elsewhere']);
  });
});

describe('a path that is not there', () => {
  it('fails where nobody plugged the router into the segment of the second interface', async () => {
    const { interfaces } = mptcpLab().nodes['router']!;
    const plugged = interfaces.filter((_, index) => index !== 1);
    const verdict = await verdictOf(brokenLab({ router: { interfaces: plugged } }), asItIs, [
      'topology/path-leads-nowhere',
    ]);
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(
      /^No segment or router leads from enp0s8 \(192\.168\.20\.20\) to the server/,
    );
    expect(statusOf(verdict)).toMatchObject({ 'mp-capable': 'pass', 'joins-accepted': 'fail' });
    expect(causesOf(verdict)).toEqual(['certain segment-unplugged']);
  });
});

describe('a lab with one path unshaped', () => {
  it('passes though the other is far slower', async () => {
    const segments = { ...mptcpLab().segments };
    segments['pathA'] = { subnets: ['192.168.10.0/24'] };
    segments['pathB'] = { subnets: ['192.168.20.0/24'], impairment: { rateMbit: 5 } };
    const verdict = await verdictOf({ ...brokenLab({}), segments }, asItIs, [
      'link/unshaped-beside-shaped',
    ]);
    expect(verdict.rungs.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(causesOf(verdict)).toEqual([]);
  });
});

describe('a client with one interface and a server that announces its second address', () => {
  const lab = (client: Partial<NodeInput> = {}): TopologyInput => ({
    name: 'multihomed-server',
    segments: { path: { impairment: { rateMbit: 20 } }, serverA: {}, serverB: {} },
    nodes: {
      client: { interfaces: [{ segment: 'path' }], ...client },
      router: {
        role: 'router',
        interfaces: ['path', 'serverA', 'serverB'].map((segment) => ({ segment })),
      },
      server: { interfaces: [{ segment: 'serverA' }, { segment: 'serverB' }] },
    },
    experiments: [{ kind: 'multi-subflow', client: 'client', server: 'server', seconds: 2 }],
  });

  it('pass with a join to the address', async () => {
    const verdict = await verdictOf(lab());
    expect(verdict.rungs.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(verdict.reason).toBe('One MPTCP connection over enp0s3, to 10.1.2.20 too.');
    expect(causesOf(verdict)).toEqual([]);
  });

  it('fail where the limits of the client allow no join', async () => {
    const limits = { subflows: 0, addAddrAccepted: 0 };
    const verdict = await verdictOf(lab({ mptcp: { limits } }), asItIs, [
      'mptcp/subflow-limit-on-client',
      'mptcp/announcement-not-accepted',
    ]);
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(
      /^The client did not follow the server's announcement of 10\.1\.2\.20: its limits/,
    );
    expect(statusOf(verdict)).toMatchObject({ 'mp-join': 'fail', 'joins-accepted': 'fail' });
    expect(causesOf(verdict)).toEqual([
      'certain announcement-not-accepted',
      'certain client-limit',
    ]);
  });
});

describe('a run whose programs cannot do their part', () => {
  it('is inconclusive where the server refuses the connection', async () => {
    const refuse = 'tcp dport 5001 reject with tcp reset';
    const verdict = await verdictOf(brokenLab({}), onRouter(refuse));
    expect(verdict.status).toBe('inconclusive');
    expect(verdict.reason).toMatch(/Connection refused/);
    expect(statusOf(verdict)).toEqual({ programs: 'inconclusive' });
    expect(causesOf(verdict)).toEqual(['likely port-rejected']);
  });

  it('is inconclusive where the port is taken', async () => {
    const verdict = await verdictOf(brokenLab({}), async (lab) => {
      const server = lab.node('server');
      server.spawn(['ncat', '-4', '-l', '-k', '5001'], { stdin: 'open' });
      const listening = async () => (await server.exec(['ss', '-Hltn'])).stdout.includes(':5001');
      await expect.poll(listening).toBe(true);
    });
    expect(verdict.status).toBe('inconclusive');
    expect(verdict.reason).toMatch(/Address already in use/);
    expect(causesOf(verdict)).toEqual(['certain port-taken']);
  });

  it('is inconclusive where MPTCP is off on the client, which is no fallback', async () => {
    const verdict = await verdictOf(brokenLab({ client: { mptcp: { enabled: false } } }), asItIs, [
      'mptcp/off-on-client',
    ]);
    expect(verdict.status).toBe('inconclusive');
    expect(verdict.reason).toMatch(/Protocol not available/);
    expect(causesOf(verdict)).toEqual(['certain mptcp-off']);
  });
});
