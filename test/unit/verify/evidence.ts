import { readFileSync } from 'node:fs';
import type {
  Counters,
  Evidence,
  LoadedEvidence,
  NodeSettings,
} from '../../../src/model/evidence.js';
import type { ExperimentPath, PlannedExperiment } from '../../../src/model/plan.js';
import { ethernet, ipv4, pcapFile, type Crafted } from './packets.js';

export const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/captures/${name}`, import.meta.url)));

export const path = (device: string, address: string): ExperimentPath => ({
  ...{ device, address, serverAddress: '192.168.30.20' },
  ...{ expects: 'payload', rateMbit: 50, shapedBy: [{ node: 'client', device, rateMbit: 50 }] },
});

export const experiment: PlannedExperiment = {
  ...{ name: 'multi', kind: 'multi-subflow', client: 'client', server: 'server' },
  ...{ family: 'ipv4', serverAddress: '192.168.30.20', seconds: 5 },
  forcing: { client: 'mptcpize', server: 'mptcpize' },
  programs: { client: null, server: null },
  paths: [path('enp0s3', '192.168.10.20'), path('enp0s8', '192.168.20.20')],
  announced: [],
};

const program = (node: string) => ({
  ...{ node, argv: ['program'], exitCode: 0, stdoutFile: `${node}.out`, stderrFile: `${node}.err` },
  ...{ trouble: null, bytes: 400_000, durationMs: 40 },
});

const counters = (after: Counters) => ({
  before: Object.fromEntries(Object.keys(after).map((name) => [name, 7])),
  after: Object.fromEntries(Object.entries(after).map(([name, grown]) => [name, 7 + grown])),
});

/** Counters of one accepted join; what is given grew too. */
export const countersOf = (client: Counters = {}, server: Counters = {}) => ({
  client: counters({ MPTcpExtMPCapableFallbackSYNACK: 0, ...client }),
  server: counters({ MPTcpExtMPJoinAckRx: 1, MPTcpExtMPJoinRejected: 0, ...server }),
});

const bytesOn = (device: string, sent: number) => ({
  ...{ node: 'client', device, rxBytesBefore: 0, rxBytesAfter: 9000 },
  ...{ txBytesBefore: 100, txBytesAfter: 100 + sent },
});

const endpoint = (address: string, device: string) => ({ address, device, flags: ['subflow'] });

/** What a right client and server have set; what is given differs on the client. */
export const settingsOf = (client: Partial<NodeSettings> = {}): Evidence['settings'] => {
  const limits = { subflows: 2, addAddrAccepted: 2 };
  const endpoints = [endpoint('192.168.20.20', 'enp0s8')];
  const sourceRules = [{ from: '192.168.20.20', table: '2' }];
  return {
    client: { limits, endpoints, sourceRules, ...client },
    server: { limits, endpoints: [], sourceRules: [] },
  };
};

/** Evidence of a real connection over two paths, 400,000 bytes, with what a test changes of it. */
export function evidenceOf(
  changes: Partial<Evidence> = {},
  files: readonly [string, string] = ['ipv4-enp0s3.pcap', 'ipv4-enp0s8.pcap'],
): LoadedEvidence {
  const captures = ['enp0s3', 'enp0s8'].map((device) => ({
    ...{ node: 'client', device, file: `${device}.pcap`, droppedPackets: 0 },
  }));
  return {
    evidence: {
      ...{ schemaVersion: 1, lab: 'original', experiment, captures, files: {} },
      programs: { client: program('client'), server: program('server') },
      counters: countersOf(),
      interfaces: [bytesOn('enp0s3', 260_000), bytesOn('enp0s8', 260_000)],
      environment: { kernel: '6.18', provider: 'netns', tools: {}, sysctls: {}, degraded: [] },
      settings: settingsOf(),
      ...changes,
    },
    captures: new Map(captures.map(({ file }, index) => [file, fixture(files[index]!)])),
  };
}

/** Captures of two devices, the second empty, from crafted segments. */
export function craftedCaptures(segments: readonly Crafted[]): LoadedEvidence {
  const loaded = evidenceOf();
  const { programs } = loaded.evidence;
  const frames = segments.map((segment, seconds) => ({ data: ethernet(ipv4(segment)), seconds }));
  const received = { ...programs.server, bytes: 0 };
  return {
    evidence: { ...loaded.evidence, programs: { ...programs, server: received } },
    captures: new Map([
      ['enp0s3.pcap', pcapFile(frames)],
      ['enp0s8.pcap', pcapFile([])],
    ]),
  };
}
