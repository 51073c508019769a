import { expect } from 'vitest';
import type { LabHandle } from '../../src/drive/driver.js';
import type { FallbackStage } from '../../src/model/analysed-connection.js';

/** A capture to make: how the lab differs from the original, and what happens on it. */
export interface Scenario {
  readonly name: string;
  readonly mode?: 'send' | 'fetch' | 'reset';
  readonly bytes?: number;
  /** Clients that run at once, one where it is not told. */
  readonly clients?: number;
  readonly pathCount?: number;
  readonly rateMbit?: number;
  readonly ipv6?: boolean;
  readonly server?: 'serve' | 'serve-tcp';
  readonly checksum?: boolean;
  /** Where it is captured: at the client unless told otherwise. */
  readonly at?: 'client' | 'server';
  readonly before?: (lab: LabHandle) => Promise<unknown>;
  /** Once data flows. */
  readonly during?: (lab: LabHandle) => Promise<unknown>;
  /** What the analyser has to find. */
  readonly shows: Readonly<Record<string, unknown>>;
}

const run = (node: string, commands: readonly string[]) => async (lab: LabHandle) => {
  for (const command of commands) {
    const [program, ...args] = command.split(' ');
    await lab.node(node).exec([program!, ...args]);
  }
};

/** Rules of nft(8) on what the router forwards. */
const onRouter = (rules: string) => (lab: LabHandle) =>
  lab.node('router').exec(['nft', '-f', '-'], {
    input: `table inet meddle {
      chain forward {
        type filter hook forward priority 0
        ${rules}
      }
    }`,
  });

const strip = (match: string) => onRouter(`${match} reset tcp option mptcp`);
const signalling = run('server', [
  'ip address add 192.168.30.21/24 dev enp0s3',
  'ip mptcp endpoint add 192.168.30.21 signal',
]);
const signallingPort = run('server', [
  'ip address add 192.168.30.21/24 dev enp0s3',
  'ip mptcp endpoint add 192.168.30.21 port 5003 signal',
]);
const signallingIpv6 = run('server', [
  'ip address add fd00:3::21/64 dev enp0s3 nodad',
  'ip mptcp endpoint add fd00:3::21 signal',
]);
const slow = { rateMbit: 8, bytes: 1_500_000 };
/** Longer than a join takes on a busy machine. */
const shaped = { rateMbit: 10, bytes: 1_000_000 };

const whole = { contiguous: true, dataFin: true };
const uploaded = { version: 1, fallback: null, toServer: whole };
const initial = { kind: 'initial' };
const join = { kind: 'join', handshake: { token: 'valid' } };
const withEvents = (...types: readonly string[]) => ({
  ...uploaded,
  events: expect.arrayContaining(
    types.map((type): unknown => expect.objectContaining({ type })),
  ) as unknown,
});
const some: unknown = expect.toSatisfy((count: number) => count > 0);
const fellBack = (stage: FallbackStage) => ({ fallback: { stage } });

/** What the analyser and tshark both read. */
export const scenarios: readonly Scenario[] = [
  { name: 'upload', ...shaped, shows: { ...uploaded, subflows: [initial, join] } },
  {
    name: 'download',
    ...{ ...shaped, mode: 'fetch' },
    shows: { version: 1, fallback: null, toClient: whole, subflows: [initial, join] },
  },
  {
    name: 'three paths',
    ...{ ...shaped, pathCount: 3 },
    shows: { ...uploaded, subflows: [initial, join, join] },
  },
  {
    name: 'two connections at once',
    ...{ ...shaped, clients: 2 },
    shows: { ...uploaded, subflows: [initial, join] },
  },
  { name: 'IPv6', ...shaped, ipv6: true, shows: { ...uploaded, subflows: [initial, join] } },
  {
    name: 'checksums',
    ...{ ...shaped, checksum: true },
    shows: { ...uploaded, checksumRequired: true, checksums: { wrong: 0, valid: some } },
  },
  {
    name: 'backup',
    ...slow,
    before: run('client', ['ip mptcp endpoint change id 1 backup']),
    during: run('client', ['ip mptcp endpoint change id 1 nobackup']),
    shows: withEvents('mp-prio'),
  },
  {
    name: 'address signalled and withdrawn',
    ...slow,
    before: signalling,
    during: run('server', ['ip mptcp endpoint flush']),
    shows: uploaded,
  },
  {
    name: 'address signalled with a port',
    ...shaped,
    before: signallingPort,
    shows: withEvents('add-addr'),
  },
  {
    name: 'address signalled over IPv6',
    ...{ ...shaped, ipv6: true },
    before: signallingIpv6,
    shows: withEvents('add-addr', 'add-addr-echo'),
  },
  {
    name: 'fullmesh',
    ...shaped,
    before: async (lab) => {
      await signalling(lab);
      await run('client', ['ip mptcp endpoint change id 1 fullmesh'])(lab);
    },
    shows: withEvents('add-addr', 'add-addr-echo'),
  },
  {
    name: 'fail-over',
    ...slow,
    during: run('client', ['ip link set enp0s3 down']),
    shows: uploaded,
  },
  { name: 'silent cut', ...slow, during: onRouter('ip saddr 192.168.20.20 drop'), shows: uploaded },
  {
    name: 'subflow removed',
    ...slow,
    during: run('client', ['ip mptcp endpoint delete id 1']),
    shows: withEvents('remove-addr'),
  },
  {
    name: 'fastclose',
    ...{ ...shaped, mode: 'reset' },
    shows: {
      events: expect.arrayContaining([
        expect.objectContaining({ type: 'mp-fastclose', keyMatches: true }),
      ]) as unknown,
    },
  },
  {
    name: 'fallback at the SYN',
    before: onRouter('tcp option mptcp exists tcp flags & (syn|ack) == syn drop'),
    shows: fellBack('syn-unanswered'),
  },
  { name: 'fallback at the SYN/ACK', server: 'serve-tcp', shows: fellBack('syn-ack') },
  {
    name: 'fallback at the third packet',
    at: 'server',
    before: strip('ip saddr 192.168.10.20 tcp flags & syn == 0x0'),
    shows: fellBack('third-ack'),
  },
  {
    name: 'fallback at the first data',
    at: 'server',
    // An ACK with both keys has 72 bytes.
    before: strip('ip saddr 192.168.10.20 meta length > 72'),
    shows: fellBack('first-data'),
  },
  {
    name: 'fallback within the data',
    before: strip('ip daddr 192.168.10.20 tcp flags & syn == 0x0'),
    shows: fellBack('data'),
  },
  {
    name: 'changed data',
    ...{ checksum: true },
    before: onRouter('meta length > 800 ip saddr 192.168.20.20 @ih,0,8 set 0x41'),
    shows: { fallback: { stage: 'mp-fail' } },
  },
];
