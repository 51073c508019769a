import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/verify/judge.js';
import { countersOf, craftedCaptures, evidenceOf, experiment, fixture, path } from './evidence.js';

const rung = (verdict: ReturnType<typeof judge>, id: string) =>
  verdict.rungs.find((it) => it.id === id);
const { programs, captures } = evidenceOf().evidence;
const [first, second] = experiment.paths;

/** The capture without what the server sent after its SYN/ACK: Ethernet, IPv4 and TCP without IP options. */
function withoutAcknowledgements(pcap: Uint8Array): Uint8Array {
  const view = new DataView(pcap.buffer, pcap.byteOffset, pcap.byteLength);
  const kept = [pcap.subarray(0, 24)];
  for (let at = 24; at < pcap.length;) {
    const end = at + 16 + view.getUint32(at + 8, true);
    const [sourceNetwork, flags] = [pcap[at + 16 + 28], pcap[at + 16 + 47]!];
    if (sourceNetwork !== 30 || flags & 0x02) kept.push(pcap.subarray(at, end));
    at = end;
  }
  return new Uint8Array(Buffer.concat(kept));
}

describe('the verdict on a real connection over two paths', () => {
  it('is a pass with payload on both', () => {
    const verdict = judge(evidenceOf());
    expect(verdict).toMatchObject({
      status: 'pass',
      reason: 'One MPTCP connection over enp0s3 and enp0s8.',
      figures: {
        payloadBytes: { enp0s3: 154_784, enp0s8: 245_216 },
        goodputMbit: 80,
        summedRateMbit: 100,
        ratio: 0.8,
      },
    });
    expect(verdict.rungs.map(({ id }) => id)).toEqual([
      ...['programs', 'captures', 'mp-capable', 'dss', 'mp-join', 'hmac', 'data-contiguous'],
      ...['path-payload', 'joins-accepted', 'no-fallback'],
    ]);
    expect(rung(verdict, 'mp-join')?.measured).toBe('1 join(s) with token b1455363');
    expect(verdict.figures.headerLimit).toBeCloseTo(0.9406, 4);
  });

  it('is a pass on IPv6 too', () => {
    const paths = [path('enp0s3', 'fd00:10::20'), path('enp0s8', 'fd00:20::20')];
    const loaded = evidenceOf({ experiment: { ...experiment, family: 'ipv6', paths } }, [
      'ipv6-enp0s3.pcap',
      'ipv6-enp0s8.pcap',
    ]);
    const verdict = judge(loaded);
    expect(verdict.rungs.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(verdict.figures.headerLimit).toBeCloseTo(1404 / 1514, 4);
  });

  it("is inconclusive where no capture holds a connection to the experiment's port", () => {
    const verdict = judge(evidenceOf({ experiment: { ...experiment, kind: 'single-subflow' } }));
    expect(verdict).toMatchObject({ status: 'inconclusive' });
    expect(verdict.rungs.map(({ id }) => id)).toEqual(['programs', 'captures']);
  });

  it('is a failure where the second path should be idle as a backup', () => {
    const paths = [first!, { ...second!, expects: 'backup' as const }];
    expect(judge(evidenceOf({ experiment: { ...experiment, paths } }))).toMatchObject({
      status: 'fail',
      reason:
        'The backup path enp0s8 carries payload while others work: one end does not take it for a backup.',
      figures: { summedRateMbit: 50 },
    });
  });

  it('is a failure where two subflows swapped their interfaces, each with plenty of payload', () => {
    const paths = [path('enp0s8', '192.168.10.20'), path('enp0s3', '192.168.20.20')];
    const found = rung(judge(evidenceOf({ experiment: { ...experiment, paths } })), 'path-payload');
    expect(found?.status).toBe('fail');
    expect(found?.reason).toMatch(/^The subflow from 192\.168\.10\.20 leaves by enp0s3 instead of/);
    expect(found?.reason).toMatch(/The subflow from 192\.168\.20\.20 leaves by enp0s8 instead of/);
  });

  it('passes a shaped path beside an unshaped one when the server acknowledges enough there', () => {
    const paths = [{ ...first!, rateMbit: null, shapedBy: [] }, second!];
    const found = rung(judge(evidenceOf({ experiment: { ...experiment, paths } })), 'path-payload');
    expect(found).toMatchObject({
      status: 'pass',
      expected: 'at least 2.5 % on enp0s3, at least 10000 bytes acknowledged on enp0s8',
    });
  });

  it('fails a shaped path beside an unshaped one when the server acknowledges nothing there', () => {
    const paths = [{ ...first!, rateMbit: null, shapedBy: [] }, second!];
    const loaded = evidenceOf({ experiment: { ...experiment, paths } });
    const captures = new Map(loaded.captures);
    captures.set('enp0s8.pcap', withoutAcknowledgements(fixture('ipv4-enp0s8.pcap')));
    const found = rung(judge({ ...loaded, captures }), 'path-payload');
    expect(found?.status).toBe('fail');
    expect(found?.reason).toMatch(
      /carries next to nothing: the transfer was too short, or full-size/,
    );
  });

  it('is a failure where a third path was expected', () => {
    const paths = [...experiment.paths, path('enp0s9', '192.168.40.20')];
    const verdict = judge(evidenceOf({ experiment: { ...experiment, paths } }));
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(/^The client never tried: no endpoint 192\.168\.40\.20/);
    expect(rung(verdict, 'path-payload')?.reason).toBe(
      'No subflow from 192.168.40.20, so none uses enp0s9.',
    );
  });

  it('is a failure where nothing was there to join', () => {
    const paths = experiment.paths.slice(0, 1);
    const verdict = judge(evidenceOf({ experiment: { ...experiment, paths } }));
    expect(rung(verdict, 'mp-join')).toMatchObject({
      ...{ status: 'fail', measured: 'nothing to join' },
    });
    expect(rung(verdict, 'joins-accepted')?.expected).toContain('MPJoinAckRx +1');
  });

  it('is a failure that names the interface without a way to the server', () => {
    const lost = { ...path('enp0s9', '192.168.40.20'), serverAddress: null };
    const paths = [...experiment.paths, lost];
    const verdict = judge(evidenceOf({ experiment: { ...experiment, paths } }));
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(
      /^No segment or router leads from enp0s9 \(192\.168\.40\.20\) to the server/,
    );
  });

  it.each([
    [0, /^The server did not announce 192\.168\.50\.20: no endpoint/],
    [1, /^The client did not follow the server's announcement of 192\.168\.50\.20/],
  ])('is a failure where no join goes to an announced address, %i announced', (count, reason) => {
    const announced = ['192.168.50.20'];
    const counters = countersOf({ MPTcpExtAddAddr: count });
    const verdict = judge(evidenceOf({ counters, experiment: { ...experiment, announced } }));
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(reason);
  });

  it('is a pass where the join to an announced address is there', () => {
    const changed = { ...experiment, paths: [first!], announced: ['192.168.30.20'] };
    const verdict = judge(evidenceOf({ experiment: changed }));
    expect(rung(verdict, 'mp-join')).toMatchObject({
      ...{ status: 'pass', measured: '1 join(s) with token b1455363' },
    });
  });

  it('is a failure where the server counted no join', () => {
    const counters = countersOf({}, { MPTcpExtMPJoinAckRx: 0 });
    expect(judge(evidenceOf({ counters }))).toMatchObject({
      status: 'fail',
      reason: "Not every path's join was completed on the server.",
    });
  });

  it.each(['MPTcpExtDssFallback', 'MPTcpExtMPCapableFallbackACK', 'MPTcpExtInfiniteMapTx'])(
    'is a failure where %s grew on an end',
    (name) => {
      const verdict = judge(evidenceOf({ counters: countersOf({ [name]: 1 }) }));
      expect(verdict.status).toBe('fail');
      expect(rung(verdict, 'no-fallback')?.measured).toBe(`client: ${name} +1`);
    },
  );
});

describe('the verdict on a broken run', () => {
  it('is inconclusive where a program was in trouble, and goes no further', () => {
    const trouble = 'socket failed: Protocol not available';
    const client = { ...programs.client, trouble };
    const verdict = judge(evidenceOf({ programs: { ...programs, client } }));
    expect(verdict.status).toBe('inconclusive');
    expect(verdict.reason).toContain(`program on client: ${trouble}`);
    expect(verdict.rungs).toHaveLength(1);
  });

  it('is inconclusive where a capture is missing', () => {
    const loaded = evidenceOf();
    const verdict = judge({ ...loaded, captures: new Map([...loaded.captures].slice(0, 1)) });
    expect(verdict).toMatchObject({ status: 'inconclusive' });
    expect(verdict.reason).toContain('enp0s8.pcap is missing');
  });

  it('is inconclusive where a capture ends within a packet', () => {
    const loaded = evidenceOf();
    const cut = fixture('ipv4-enp0s8.pcap').subarray(0, -1);
    const verdict = judge({
      ...loaded,
      captures: new Map([...loaded.captures, ['enp0s8.pcap', cut]]),
    });
    expect(verdict).toMatchObject({ status: 'inconclusive' });
    expect(verdict.reason).toContain('enp0s8.pcap: the file ends within a record');
  });

  it('is inconclusive where the snap length cut the options, which looks like plain TCP', () => {
    const loaded = evidenceOf();
    const cut = fixture('cut-at-60-bytes.pcap');
    const verdict = judge({
      ...loaded,
      captures: new Map([...loaded.captures, ['enp0s3.pcap', cut]]),
    });
    expect(verdict).toMatchObject({ status: 'inconclusive' });
    expect(verdict.reason).toContain('the snap length cut TCP options');
  });

  it('is inconclusive where the captures hold less than the server received', () => {
    const server = { ...programs.server, bytes: 400_001 };
    const verdict = judge(evidenceOf({ programs: { ...programs, server } }));
    expect(verdict).toMatchObject({ status: 'inconclusive' });
    expect(verdict.reason).toContain('hold 400000 bytes of payload, the server received 400001');
  });

  it('is inconclusive where what is missing may have been dropped by the capture', () => {
    const dropping = captures.map((capture) => ({ ...capture, droppedPackets: 3 }));
    const paths = [...experiment.paths, path('enp0s9', '192.168.40.20')];
    const changes = { experiment: { ...experiment, paths }, captures: dropping };
    const verdict = judge(evidenceOf(changes));
    expect(verdict).toMatchObject({ status: 'inconclusive' });
    expect(verdict.reason).toMatch(/^The captures dropped 6 packets/);
  });

  it('stays a pass where packets were dropped and enough is left', () => {
    const dropping = captures.map((capture) => ({ ...capture, droppedPackets: 3 }));
    expect(judge(evidenceOf({ captures: dropping }))).toMatchObject({ status: 'pass' });
  });

  it('is inconclusive where an interface sent less than was captured on it', () => {
    const { interfaces } = evidenceOf().evidence;
    const halved = interfaces.map((it) => ({ ...it, txBytesAfter: 100_000 }));
    const verdict = judge(evidenceOf({ interfaces: halved }));
    expect(verdict).toMatchObject({ status: 'inconclusive' });
    expect(rung(verdict, 'path-payload')?.reason).toContain('contradict each other');
  });
});

describe('the verdict on a handshake', () => {
  const toServer = { from: '192.168.10.20', to: '192.168.30.20' };
  const toClient = {
    ...{ from: '192.168.30.20', to: '192.168.10.20', fromPort: 5001, toPort: 40_000 },
  };
  const [serverKey, clientKey] = ['1112131415161718', '0102030405060708'];
  const syn = { ...toServer, sequence: 1000, flags: 2, options: '1e040101' };
  const synAck = { ...toClient, flags: 18, options: `1e0c0101${serverKey}` };
  const thirdAck = { ...toServer, sequence: 1001, options: `1e140101${clientKey}${serverKey}` };

  const firstData = {
    ...{ ...thirdAck, options: `1e160101${clientKey}${serverKey}0009`, payloadLength: 9 },
  };

  it('of v1 is a pass of its rung', () => {
    const verdict = judge(craftedCaptures([syn, synAck, thirdAck]));
    expect(rung(verdict, 'mp-capable')).toMatchObject({
      status: 'pass',
      measured: "v1 on all three, server's key 0x1112131415161718",
    });
  });

  it.each([
    [
      'v0, which has a key in its SYN,',
      [{ ...syn, options: `1e0c0081${clientKey}` }],
      /The client speaks MPTCP v0 \(RFC 6824/,
    ],
    ['a plain SYN', [{ ...syn, options: '' }], /although mptcpize should make it/],
    ['no answer', [syn], /did not reach the client's interfaces/],
    ['a plain SYN/ACK', [syn, { ...synAck, options: '' }], /strips TCP option 30/],
    ['a plain third ACK', [syn, synAck, { ...thirdAck, options: '' }], /did not confirm MPTCP/],
    [
      'a third ACK with another key',
      [syn, synAck, { ...thirdAck, options: `1e140101${clientKey}${clientKey}` }],
      /did not confirm MPTCP/,
    ],
  ])('with %s is a failure that says so', (_, segments, reason) => {
    const verdict = judge(craftedCaptures(segments));
    expect(verdict.status).toBe('fail');
    expect(verdict.reason).toMatch(reason);
  });

  it('is that of the connection, not of an earlier one on the same port', () => {
    const earlier = { ...syn, sequence: 5, fromPort: 40_001, options: '1e040101' };
    const reused = { ...syn, sequence: 9_000_000, options: '' };
    const verdict = judge(craftedCaptures([syn, synAck, thirdAck, reused, earlier]));
    expect(rung(verdict, 'mp-capable')?.status).toBe('pass');
    expect(rung(verdict, 'captures')?.measured).toMatch(/^3 TCP connection/);
  });

  it('repeated is one connection', () => {
    const verdict = judge(craftedCaptures([syn, syn, synAck, synAck, thirdAck]));
    expect(rung(verdict, 'captures')?.measured).toMatch(/^1 TCP connection/);
  });

  it('proves nothing where the data lost its DSS on the way', () => {
    const data = { ...toServer, payloadLength: 100 };
    const mapped = { ...data, sequence: 1001, options: '1e0e20040000000a000000010064' };
    const plain = { ...data, sequence: 1101 };
    const verdict = judge(craftedCaptures([syn, synAck, thirdAck, mapped, plain]));
    expect(rung(verdict, 'mp-capable')?.status).toBe('pass');
    expect(rung(verdict, 'dss')).toMatchObject({
      ...{ status: 'fail', measured: '1 of 2 data segments mapped' },
      reason:
        'The connection fell back to plain TCP on the way: something strips or breaks TCP option 30 on data.',
    });
  });

  it('of a join with a foreign token belongs to another connection', () => {
    const joining = { ...toServer, from: '192.168.20.20', fromPort: 50_000 };
    const join = { ...joining, flags: 2, options: '1e0c1001deadbeef00000007' };
    const verdict = judge(craftedCaptures([syn, synAck, thirdAck, join]));
    expect(rung(verdict, 'mp-join')).toMatchObject({
      status: 'fail',
      reason: 'The join from 192.168.20.20 belongs to another connection.',
    });
  });

  it('is a failure of single-subflow where something joins all the same', () => {
    const port = { toPort: 4321 };
    const join = {
      ...toServer,
      from: '192.168.20.20',
      flags: 2,
      options: '1e0c1001deadbeef00000007',
    };
    const loaded = craftedCaptures([
      { ...syn, ...port },
      { ...synAck, fromPort: 4321 },
      { ...thirdAck, ...port },
      { ...firstData, ...port },
      { ...join, ...port },
    ]);
    const evidence = {
      ...loaded.evidence,
      experiment: { ...experiment, kind: 'single-subflow' },
    } as const;
    expect(judge({ ...loaded, evidence })).toMatchObject({
      status: 'fail',
      reason: "Something adds endpoints behind the lab's back: NetworkManager or mptcpd?",
    });
  });
});
