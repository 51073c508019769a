import { describe, expect, it } from 'vitest';
import type { ExperimentInput } from '../../../src/model/generated/topology.js';
import { planLab } from '../../../src/plan/plan-lab.js';
import { roomy } from '../../helpers/limits.js';
import { oneSegment, twoPaths } from '../../helpers/small-labs.js';

const ends = { kind: 'multi-subflow', client: 'client', server: 'server' } as const;

const experimentsOf = (changes: Parameters<typeof twoPaths>[0]) =>
  planLab(twoPaths(changes), roomy).experiments;

const pathsOf = (changes: Parameters<typeof twoPaths>[0]) => experimentsOf(changes).at(-1)!.paths;

describe('experiments left out', () => {
  it('are both kinds, from the host with most interfaces to the last other one', () => {
    const topology = twoPaths({});
    topology.nodes['late'] = { interfaces: [{ segment: 'server' }] };
    const planned = planLab(topology, roomy).experiments;
    expect(planned.map(({ name, client, server }) => [name, client, server])).toEqual([
      ['single-subflow', 'client', 'late'],
      ['multi-subflow', 'client', 'late'],
    ]);
  });

  it('are none where there is one host, or no path', () => {
    expect(planLab(oneSegment(['alone']), roomy).experiments).toEqual([]);
    expect(experimentsOf({ router: { role: 'host' } })).toMatchObject([{ client: 'router' }, {}]);
    const cut = twoPaths({ router: { interfaces: [{ segment: 'pathA' }] } });
    expect(planLab(cut, roomy).experiments).toEqual([]);
  });
});

describe('experiments listed', () => {
  it('are named after their kind, numbered where the name is taken', () => {
    const experiments: ExperimentInput[] = [
      ends,
      { ...ends, name: 'multi-subflow-2' },
      ends,
      { ...ends, name: 'mine' },
    ];
    expect(experimentsOf({ lab: { experiments } }).map(({ name }) => name)).toEqual([
      'multi-subflow',
      'multi-subflow-2',
      'multi-subflow-3',
      'mine',
    ]);
  });

  it('take five seconds and mptcpize on both ends unless told otherwise', () => {
    const told: ExperimentInput = { ...ends, seconds: 9, forcing: { server: 'none' } };
    const planned = experimentsOf({ lab: { experiments: [ends, told] } });
    expect(planned.map(({ seconds, forcing }) => ({ seconds, ...forcing }))).toEqual([
      { seconds: 5, client: 'mptcpize', server: 'mptcpize' },
      { seconds: 9, client: 'mptcpize', server: 'none' },
    ]);
  });
});

describe('a multi-subflow', () => {
  const oneWay = { client: { interfaces: [{ segment: 'pathA' }] } };
  const twoHomed = {
    server: { interfaces: [{ segment: 'server' }, { segment: 'pathB' }] },
    ...oneWay,
  };

  it('is refused where it is listed and there is one way only', () => {
    expect(() => experimentsOf({ ...oneWay, lab: { experiments: [ends] } })).toThrow(
      '/experiments/0: multi-subflow needs two ways, and one ipv4 path leads from "client" to "server"',
    );
  });

  it('is left out where nothing is listed and there is one way only', () => {
    const server = { interfaces: [{ segment: 'server' }] };
    const lab = { nodes: { ...twoPaths(oneWay).nodes, server } };
    expect(experimentsOf({ ...oneWay, lab }).map(({ kind }) => kind)).toEqual(['single-subflow']);
  });

  it('has a second way in each further address its server announces in the family', () => {
    const experiments: ExperimentInput[] = [{ ...ends, kind: 'single-subflow' }, ends];
    expect(experimentsOf({ ...twoHomed, lab: { experiments } })).toMatchObject([
      { kind: 'single-subflow', announced: [] },
      { kind: 'multi-subflow', announced: ['10.1.1.20'], paths: [{ device: 'enp0s3' }] },
    ]);
  });

  it('does not wait for what its server announces with another port', () => {
    const endpoints = [
      { address: '10.1.2.20', flags: ['signal' as const] },
      { address: '10.1.1.20', flags: ['signal' as const], port: 4444 },
    ];
    const server = { ...twoHomed.server, mptcp: { endpoints } };
    const lab = { experiments: [ends] };
    expect(experimentsOf({ server, lab }).at(-1)?.announced).toEqual([]);
  });
});

describe('an interface that does not lead to the server', () => {
  const router = { interfaces: [{ segment: 'pathA' }, { segment: 'server' }] };
  const paths = (client: Parameters<typeof twoPaths>[0]['client']) =>
    pathsOf({ router: { role: 'router', ...router }, ...(client && { client }) });

  it('is a path all the same, so that the verdict tells', () => {
    expect(paths(undefined)).toMatchObject([
      { device: 'enp0s3', serverAddress: '10.1.2.20' },
      { device: 'enp0s8', serverAddress: null, expects: 'payload' },
    ]);
  });

  it('comes last, whatever its metric', () => {
    const client = { interfaces: [{ segment: 'pathB' }, { segment: 'pathA' }] };
    expect(paths(client)).toMatchObject([
      { device: 'enp0s8', serverAddress: '10.1.2.20' },
      { device: 'enp0s3', serverAddress: null },
    ]);
  });

  it('is none where the client lists its endpoints without it', () => {
    const interfaces = ['pathA', 'pathA', 'pathB'].map((segment) => ({ segment }));
    const endpoints = [{ address: '10.1.0.21', flags: ['subflow' as const] }];
    const devices = paths({ interfaces, mptcp: { endpoints } }).map(({ device }) => device);
    expect(devices).toEqual(['enp0s3', 'enp0s8']);
  });

  it('leads to an announced address where that is on its segment', () => {
    const server = { interfaces: [{ segment: 'server' }, { segment: 'pathB' }] };
    const changes = { router: { role: 'router' as const, ...router }, server };
    expect(pathsOf(changes)).toMatchObject([
      { device: 'enp0s3', serverAddress: '10.1.2.20' },
      { device: 'enp0s8', serverAddress: '10.1.1.21' },
    ]);
  });
});

describe('paths of an experiment', () => {
  it('come by metric, the initial subflow first', () => {
    const client = { interfaces: [{ segment: 'pathA', metric: 500 }, { segment: 'pathB' }] };
    expect(pathsOf({ client }).map(({ device }) => device)).toEqual(['enp0s8', 'enp0s3']);
  });

  it('are what the topology offers even where the nodes are set up wrong', () => {
    const client = { routes: [], policyRouting: [], mptcp: { endpoints: [] } };
    expect(pathsOf({ client })).toHaveLength(2);
  });

  it('carry nothing where their endpoint is a backup', () => {
    const endpoints = [{ address: '10.1.1.20', flags: ['subflow', 'backup'] as const }];
    const mptcp = { endpoints: endpoints.map((e) => ({ ...e, flags: [...e.flags] })) };
    expect(pathsOf({ client: { mptcp } }).map(({ expects }) => expects)).toEqual([
      'payload',
      'backup',
    ]);
  });

  it("know the slowest of the client's and the routers' egress on the way", () => {
    const segments = {
      pathA: { impairment: { rateMbit: 50 } },
      pathB: { impairment: { rateMbit: 10 } },
      server: { impairment: { rateMbit: 40 } },
    };
    const rates = (changes: Parameters<typeof twoPaths>[0]) =>
      pathsOf(changes).map(({ rateMbit }) => rateMbit);
    expect(rates({ lab: { segments } })).toEqual([40, 10]);
    expect(rates({})).toEqual([null, null]);
    const shapedBy = pathsOf({ lab: { segments } }).map((path) =>
      path.shapedBy.map(({ node, device, rateMbit }) => `${node} ${device} ${rateMbit}`),
    );
    expect(shapedBy).toEqual([
      ['client enp0s3 50', 'router enp0s9 40'],
      ['client enp0s8 10', 'router enp0s9 40'],
    ]);
  });
});
