import type { ExperimentInput, TopologyInput } from '../../src/model/generated/topology.js';

type Node = 'client' | 'server';

interface ForcedKernel {
  readonly node: Node;
  readonly method: 'systemtap' | 'bpf';
  readonly image: string;
}

/** The client's kernel and the server's, and which method turns the whole of it, by the rig's Debian. */
export const kernels: Readonly<Record<12 | 13, readonly [ForcedKernel, ForcedKernel]>> = {
  12: [
    { node: 'client', method: 'systemtap', image: 'debian-12' },
    { node: 'server', method: 'bpf', image: 'debian-12-backports' },
  ],
  13: [
    { node: 'client', method: 'bpf', image: 'debian-13' },
    { node: 'server', method: 'bpf', image: 'debian-13' },
  ],
};

/** One run of an experiment, with the kernels' methods on or off. */
export interface Run {
  readonly name: string;
  readonly because: string;
  readonly experiment: string;
  readonly on: readonly Node[];
  readonly expects: { readonly packets: 'mptcp' | 'tcp'; readonly handshake?: string };
}

const mptcpize = { client: 'mptcpize', server: 'mptcpize' } as const;
const ends = { client: 'client', server: 'server' };
const carry = (name: string) => ({
  client: [`/usr/local/bin/${name}`, 'connect', '{address}', '{port}'] as [string, ...string[]],
  server: [`/usr/local/bin/${name}`, 'listen', '{port}'] as [string, ...string[]],
});

const mptcpizeExperiments: ExperimentInput[] = [
  { name: 'mptcpize-ncat', kind: 'single-subflow', ...ends, forcing: mptcpize },
  { name: 'mptcpize-iperf', kind: 'multi-subflow', ...ends, forcing: mptcpize },
  {
    ...{ name: 'mptcpize-dynamic', kind: 'single-subflow', ...ends, forcing: mptcpize },
    programs: carry('carry'),
  },
  {
    ...{ name: 'mptcpize-static', kind: 'single-subflow', ...ends, forcing: mptcpize },
    programs: carry('carry-static'),
  },
];

/** Two hosts on two wires. */
export function forcingLab(debian: 12 | 13): TopologyInput {
  const [client, server] = kernels[debian];
  const forcing = { client: client.method, server: server.method };
  const back = { client: server.method, server: client.method };
  const wire = { impairment: { rateMbit: 20 } };
  const interfaces = [{ segment: 'pathA' }, { segment: 'pathB' }];
  return {
    name: 'forcing',
    segments: { pathA: wire, pathB: wire },
    nodes: {
      client: { image: client.image, interfaces },
      server: { image: server.image, interfaces },
    },
    experiments: [
      { name: 'ncat', kind: 'single-subflow', ...ends, forcing },
      { name: 'iperf', kind: 'multi-subflow', ...ends, forcing },
      {
        ...{ name: 'static', kind: 'single-subflow', ...ends, forcing },
        programs: carry('carry-static'),
      },
      { name: 'back', kind: 'single-subflow', client: 'server', server: 'client', forcing: back },
      ...mptcpizeExperiments,
    ],
  };
}

const plainSyn = { packets: 'tcp', handshake: 'SYN without MP_CAPABLE' } as const;
const plainAnswer = { packets: 'tcp', handshake: 'SYN/ACK without MP_CAPABLE' } as const;

/** For each program of the kernels' experiments: with both methods, and without either end's. */
const byKernel = ['ncat', 'iperf', 'static', 'back'].flatMap((experiment): Run[] => {
  const back = experiment === 'back';
  return [
    {
      ...{ name: `${experiment}, both on`, because: 'MPTCP', experiment, on: ['client', 'server'] },
      expects: { packets: 'mptcp' },
    },
    {
      ...{ name: `${experiment}, server alone`, because: 'TCP', experiment, on: ['server'] },
      expects: back ? plainAnswer : plainSyn,
    },
    {
      ...{ name: `${experiment}, client alone`, because: 'TCP', experiment, on: ['client'] },
      expects: back ? plainSyn : plainAnswer,
    },
  ];
});

const byMptcpize: Run[] = (
  [
    ['ncat', 'ncat', plainSyn],
    ['mptcpize-ncat', 'ncat', { packets: 'mptcp' }],
    ['iperf', 'iperf', plainSyn],
    ['mptcpize-iperf', 'iperf', { packets: 'mptcp' }],
    ['mptcpize-dynamic', 'our own program', { packets: 'mptcp' }],
    ['mptcpize-static', 'our own program, statically linked', plainSyn],
  ] as const
).map(([experiment, program, expects]) => ({
  ...{ name: `${experiment}, both off`, because: `${program} is ${expects.packets}` },
  ...{ experiment, on: [], expects },
}));

/** Ordered so that methods are switched seldom. */
export const runs: readonly Run[] = [
  ...byKernel.filter(({ on }) => on.length === 2),
  ...byKernel.filter(({ on }) => on[0] === 'server'),
  ...byKernel.filter(({ on }) => on.length === 1 && on[0] === 'client'),
  ...byMptcpize,
];
