import { describe, expect, it } from 'vitest';
import type { HandshakePacket, SubflowDirection } from '../../../../src/model/analysed-subflow.js';
import type { Evidence } from '../../../../src/model/evidence.js';
import type { Rung } from '../../../../src/model/verdict.js';
import { diagnose } from '../../../../src/verify/diagnosis/diagnose.js';
import { observe, type Observation } from '../../../../src/verify/observation.js';
import { judgeMpJoin } from '../../../../src/verify/rungs/mp-join.js';
import type { Subflow } from '../../../../src/verify/subflow.js';
import { en } from '../../../../src/verify/words/en.js';
import { countersOf, evidenceOf, experiment, settingsOf } from '../evidence.js';

const failed = (id: Rung['id']): Rung => ({
  ...{ id, status: 'fail', expected: '', measured: '', reason: '' },
});
const sound = observe(evidenceOf());

interface SubflowChanges {
  readonly syn?: HandshakePacket;
  readonly synAck?: HandshakePacket | null;
  readonly ack?: HandshakePacket | null;
  readonly payloadBytes?: ReadonlyMap<string, number>;
  readonly toServer?: Partial<SubflowDirection>;
  readonly resetByServer?: true;
}

interface Changes {
  readonly evidence?: Partial<Evidence>;
  /** Laid over the connection's first subflow. */
  readonly initial?: SubflowChanges;
  /** Laid over its join; null: there was none. */
  readonly join?: SubflowChanges | null;
  readonly payloadBytes?: Readonly<Record<string, number>>;
}

function changed(subflow: Subflow, changes: SubflowChanges = {}): Subflow {
  const { syn, synAck, ack, payloadBytes, toServer, resetByServer } = changes;
  const kept = subflow.handshake;
  return {
    ...subflow,
    payloadBytes: payloadBytes ?? subflow.payloadBytes,
    toServer: { ...subflow.toServer, ...toServer },
    toClient: { ...subflow.toClient, rst: resetByServer ?? false },
    handshake: {
      ...{ ...kept, syn: syn ?? kept.syn },
      synAck: synAck === undefined ? kept.synAck : synAck,
      ack: ack === undefined ? kept.ack : ack,
    },
  };
}

/** A real connection over two paths with what a mistake changes of it. */
function broken({ evidence, initial, join, payloadBytes }: Changes): Observation {
  const first = changed(sound.initial!, initial);
  const joins = join === null ? [] : [changed(sound.joins[0]!, join)];
  return {
    ...sound,
    evidence: { ...sound.evidence, ...evidence },
    ...{ initial: first, joins, subflows: [first, ...joins] },
    payloadBytes: payloadBytes ? new Map(Object.entries(payloadBytes)) : sound.payloadBytes,
  };
}

const causes = (changes: Changes, rung: Rung['id'] = 'mp-join') =>
  diagnose(broken(changes), [failed(rung)], en).map(({ id, certainty }) => `${certainty} ${id}`);

const step = sound.joins[0]!.handshake.syn!;
const plain = { ...step, capable: null, join: null };
const capable = (version: number) => ({
  ...{ ...step, join: null },
  capable: { ...sound.initial!.handshake.syn!.capable!, version },
});
const nothing = new Map<string, number>();
const server = (counters: Readonly<Record<string, number>>) => ({
  counters: countersOf({}, { MPTcpExtMPJoinAckRx: 0, ...counters }),
});
const client = (counters: Readonly<Record<string, number>>) => ({ counters: countersOf(counters) });
const sysctls = (values: Readonly<Record<string, string>>) => ({
  environment: { ...sound.evidence.environment, sysctls: values },
});
const endpoint = { address: '192.168.20.20', device: 'enp0s8', flags: ['subflow'] };

describe('the diagnosis', () => {
  it('is empty where every rung passed', () => {
    expect(diagnose(sound, [{ ...failed('dss'), status: 'pass' }], en)).toEqual([]);
  });

  it('is empty where nothing it knows is to be seen', () => {
    expect(diagnose(sound, [failed('joins-accepted')], en)).toEqual([]);
  });

  it('names the line that mends it', () => {
    const misled = broken({ join: { payloadBytes: new Map([['enp0s3', 9]]) } });
    const [found] = diagnose(misled, [failed('path-payload')], en);
    expect(found).toMatchObject({ id: 'source-rule-elsewhere' });
    expect(found?.cause).toBe(
      'The policy rule for 192.168.20.20 looks up table 2, and its packets leave by enp0s3 instead of enp0s8.',
    );
    expect(found?.mend).toContainEqual({
      where: 'client',
      line: 'ip route replace default via GATEWAY dev enp0s8 table 2',
    });
  });
});

describe('of a join that was never sent, the diagnosis', () => {
  const without = (evidence: Partial<Evidence>) => causes({ evidence, join: null });
  it.each<[string, Partial<Evidence>]>([
    ['endpoint-missing', { settings: settingsOf({ endpoints: [] }) }],
    [
      'endpoint-without-flag',
      { settings: settingsOf({ endpoints: [{ ...endpoint, flags: [] }] }) },
    ],
    ['client-limit', { settings: settingsOf({ limits: { subflows: 0, addAddrAccepted: 0 } }) }],
    ['address-not-up', client({ MPTcpExtMPJoinSynTxBindErr: 2 })],
    ['userspace-path-manager', sysctls({ 'client:net.mptcp.pm_type': '1' })],
    [
      'joins-to-initial-address-forbidden',
      sysctls({ 'server:net.mptcp.allow_join_initial_addr_port': '0' }),
    ],
  ])('is %s', (id, evidence) => {
    expect(without(evidence)).toEqual([`certain ${id}`]);
  });

  /** The same connection, whose client sent DATA_FIN so long after the first data acknowledgement. */
  const finishedAfter = (ms: number) => {
    const seen = broken({ join: null });
    const connections = seen.analysis.connections.map((it) => ({
      ...it,
      toServer: { ...it.toServer, firstAcknowledgedMs: 20, dataFinMs: 20 + ms },
    }));
    return { ...seen, analysis: { ...seen.analysis, connections } };
  };
  it('is the half closed early where DATA_FIN left before the server acknowledged data', () => {
    const observation = finishedAfter(-15);
    const [found, ...others] = diagnose(observation, [failed('mp-join')], en);
    expect(found).toMatchObject({ id: 'client-half-closed', certainty: 'likely' });
    expect(others).toEqual([]);
    expect(judgeMpJoin(observation, en).reason).toMatch(/^The client's program closed its half/);
  });

  it('is not the half closed early where DATA_FIN left when the joins should long have been sent', () => {
    const observation = finishedAfter(15);
    expect(diagnose(observation, [failed('mp-join')], en)).toEqual([]);
    expect(judgeMpJoin(observation, en).reason).toMatch(/^The client never tried/);
  });
});

describe('of an announced address that no join went to, the diagnosis', () => {
  const announced = { experiment: { ...experiment, announced: ['192.168.50.20'] } };
  const limits = { subflows: 0, addAddrAccepted: 0 };
  it.each<[readonly string[], Partial<Evidence>]>([
    [['certain announcement-missing'], announced],
    [
      ['certain announcement-not-accepted', 'certain client-limit'],
      { ...announced, ...client({ MPTcpExtAddAddr: 1 }), settings: settingsOf({ limits }) },
    ],
  ])('is %s', (expected, evidence) => {
    expect(causes({ evidence })).toEqual(expected);
  });
});

describe('of a join that did not get through, the diagnosis', () => {
  const lost = { synAck: null, ack: null, payloadBytes: nothing };
  const answered = { ack: null, payloadBytes: nothing };
  it.each<[string, Changes]>([
    ['likely path-cut', { join: lost }],
    ['likely no-return-route', { join: lost, evidence: server({ MPTcpExtMPJoinSynRx: 3 }) }],
    ['certain rp-filter', { join: answered, evidence: client({ TcpExtIPReversePathFilter: 8 }) }],
    ['certain option-30-stripped', { join: { ...lost, synAck: plain } }],
    [
      'likely option-30-stripped',
      { join: { payloadBytes: nothing, resetByServer: true }, evidence: server({}) },
    ],
    [
      'likely server-half-closed',
      {
        join: { payloadBytes: nothing, resetByServer: true },
        evidence: server({ MPTcpExtMPJoinRejected: 1 }),
      },
    ],
    [
      'certain hmac-mismatch',
      { join: answered, evidence: client({ MPTcpExtMPJoinSynAckHMacFailure: 1 }) },
    ],
  ])('is %s', (cause, changes) => {
    expect(causes(changes)).toEqual([cause]);
  });

  it.each<[number, readonly string[]]>([
    [0, ['certain port-rejected']],
    [2, ['likely listener-closed', 'possible port-rejected']],
  ])("is told by the server's %i resets where it got one", (resets, expected) => {
    const evidence = server({ TcpOutRsts: resets });
    expect(causes({ join: { ...lost, resetByServer: true }, evidence })).toEqual(expected);
  });

  it('is a closed listener, or a firewall, where it got a reset', () => {
    expect(causes({ join: { ...lost, resetByServer: true } })).toEqual([
      'likely listener-closed',
      'possible port-rejected',
    ]);
  });
});

describe('of a subflow that carries next to nothing, the diagnosis', () => {
  const starved = {
    initial: { payloadBytes: new Map([['enp0s3', 9e6]]) },
    join: { payloadBytes: nothing },
  };
  it.each<[string, Changes]>([
    ['likely full-size-packets-lost', { ...starved, payloadBytes: { enp0s3: 9e6, enp0s8: 0 } }],
    ['likely transfer-too-short', { ...starved, payloadBytes: { enp0s3: 2000, enp0s8: 0 } }],
    [
      'certain endpoint-is-backup',
      {
        ...{ ...starved, payloadBytes: { enp0s3: 9e6, enp0s8: 0 } },
        evidence: {
          settings: settingsOf({ endpoints: [{ ...endpoint, flags: ['subflow', 'backup'] }] }),
        },
      },
    ],
  ])('is %s', (cause, changes) => {
    expect(causes(changes, 'path-payload')).toEqual([cause]);
  });

  it('is a backup not taken for one where it should carry none', () => {
    const [first, second] = experiment.paths;
    const paths = [first!, { ...second!, expects: 'backup' as const }];
    expect(causes({ evidence: { experiment: { ...experiment, paths } } })).toEqual([
      'likely backup-not-honoured',
    ]);
  });
});

describe('of a connection that is plain TCP, the diagnosis', () => {
  const known = { MPTcpExtMPCapableSYNRX: 0 };
  const forcing = { client: 'none', server: 'none' } as const;
  const bare = { experiment: { ...experiment, forcing } };
  const answer = { synAck: plain, ack: plain };
  it.each<[string, Changes]>([
    ['certain plain-client', { initial: { syn: plain, ...answer }, evidence: bare }],
    ['likely plain-client', { initial: { syn: plain, ...answer } }],
    [
      'certain blackhole-memory',
      {
        initial: { syn: plain, ...answer },
        evidence: client({ MPTcpExtMPCapableSYNTXDisabled: 1 }),
      },
    ],
    [
      'certain syn-option-dropped',
      {
        initial: { syn: plain, ...answer },
        evidence: client({ MPTcpExtMPCapableSYNTXDrop: 1 }),
      },
    ],
    ['certain v0-peer', { initial: { syn: capable(0), ...answer } }],
    ['certain v0-peer', { initial: { syn: capable(1), synAck: capable(0), ack: plain } }],
    [
      'certain option-30-stripped',
      {
        initial: { syn: capable(1), ...answer },
        evidence: server({ MPTcpExtMPCapableSYNRX: 1 }),
      },
    ],
    [
      'certain option-30-stripped',
      { initial: { toServer: { mappedSegments: 0, mappedToTheEnd: false } } },
    ],
  ])('is %s', (cause, changes) => {
    expect(causes(changes, 'mp-capable')).toEqual([cause]);
  });

  it('may be a kernel without upstream MPTCP where the server has none of its counters', () => {
    const changes = { initial: { syn: capable(1), ...answer } };
    expect(causes(changes, 'mp-capable')).toEqual([
      'likely option-30-stripped',
      'possible plain-server',
      'possible v0-peer',
    ]);
    expect(causes({ ...changes, evidence: server(known) }, 'mp-capable')).toEqual([
      'likely option-30-stripped',
      'possible plain-server',
    ]);
  });
});

describe('of programs in trouble, the diagnosis', () => {
  const { client: one, server: other } = sound.evidence.programs;
  it.each([
    ['certain mptcp-off', 'socket failed: Protocol not available'],
    ['certain port-taken', 'bind failed: Address already in use'],
    ['likely port-rejected', 'connect failed: Connection refused'],
    ['likely server-unreachable', 'connect failed: Connection timed out'],
    ['certain program-missing', 'exit code 127: mptcpize: not found'],
  ])('is %s where it says %j', (cause, trouble) => {
    const programs = { client: { ...one, trouble }, server: other };
    expect(causes({ evidence: { programs } }, 'programs')).toEqual([cause]);
  });

  it('is the missing way back where the server counted packets without route', () => {
    const programs = { client: { ...one, trouble: 'Ncat: TIMEOUT: timed out' }, server: other };
    const evidence = { programs, ...server({ IpOutNoRoutes: 4 }) };
    expect(causes({ evidence }, 'programs')).toEqual(['certain no-return-route']);
  });
});

describe('of captures that are not whole, the diagnosis', () => {
  it('says so', () => {
    const rung = { ...failed('data-contiguous'), status: 'inconclusive' } as const;
    expect(diagnose(sound, [rung], en).map(({ id }) => id)).toEqual(['captures-not-whole']);
  });
});
