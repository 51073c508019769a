import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { bytesOf, ethernet, ipv4, pcapFile, type Crafted } from '../verify/packets.js';

/** Of RFC 6824, and of RFC 8684. */
const versions = [
  { version: 0, hash: 'sha1' },
  { version: 1, hash: 'sha256' },
] as const;
type Version = (typeof versions)[number];

const [keyA, keyB] = ['00112233445566ff', 'ffeeddccbbaa9911'];
const [randA, randB] = ['01020304', 'a1a2a3a4'];

const hashed = ({ hash }: Version, key: string) =>
  createHash(hash).update(bytesOf(key)).digest('hex');
const signed = ({ hash }: Version, keys: string, message: string) =>
  createHmac(hash, bytesOf(keys)).update(bytesOf(message)).digest('hex');

const client: Crafted = { from: '10.0.0.1', to: '10.0.0.2' };
const server: Crafted = {
  ...{ from: '10.0.0.2', to: '10.0.0.1', fromPort: 5001, toPort: 40_000, sequence: 5000 },
};
const toClient = { ...server, acknowledgement: 1001 };
const toServer = { ...client, sequence: 1001, acknowledgement: 5001 };
const joining = { from: '10.1.0.1', fromPort: 41_000 };
const joined = { to: '10.1.0.1', toPort: 41_000 };

/** A handshake and a join of crafted packets; `flipped` is put in place of a HMAC's last two digits. */
function analyze(version: Version, flipped = { synAck: '', ack: '' }) {
  const nibble = String(version.version);
  const synKey = version.version === 0 ? keyA : '';
  const token = hashed(version, keyB).slice(0, 8);
  const answer = withEnd(signed(version, keyB + keyA, randB + randA).slice(0, 16), flipped.synAck);
  const opening = withEnd(signed(version, keyA + keyB, randA + randB).slice(0, 40), flipped.ack);
  const packets: Crafted[] = [
    { ...client, flags: 2, options: `1e${synKey ? '0c' : '04'}0${nibble}81${synKey}` },
    { ...toClient, flags: 18, options: `1e0c0${nibble}81${keyB}` },
    { ...toServer, options: `1e140${nibble}81${keyA}${keyB}` },
    { ...client, ...joining, flags: 2, options: `1e0c1001${token}${randA}` },
    { ...toClient, ...joined, flags: 18, options: `1e101000${answer}${randB}` },
    { ...toServer, ...joining, options: `1e181000${opening}` },
  ];
  const frames = packets.map((it, seconds) => ({ data: ethernet(ipv4(it)), seconds }));
  return analyzeCaptureBytes([{ name: 'crafted', bytes: pcapFile(frames) }]);
}

function withEnd(hmac: string, end: string): string {
  return hmac.slice(0, hmac.length - end.length) + end;
}

describe.each(versions)('a connection of MPTCP version $version', (version) => {
  it('has tokens and first data sequence numbers by its hash', () => {
    const { connections } = analyze(version);
    expect(connections).toHaveLength(1);
    const ends = [keyA, keyB].map((key) => ({
      key,
      token: hashed(version, key).slice(0, 8),
      initialDataSequence: BigInt(`0x${hashed(version, key).slice(-16)}`).toString(),
    }));
    expect(connections[0]).toMatchObject({
      ...{ version: version.version, client: ends[0], server: ends[1] },
    });
  });

  it('has a join whose token and both HMACs are valid', () => {
    const [, join] = analyze(version).connections[0]!.subflows;
    expect(join).toMatchObject({
      ...{ kind: 'join', client: { addressId: 1 } },
      handshake: { token: 'valid', hmac: { synAck: 'valid', ack: 'valid' }, rttMs: 1000 },
    });
  });

  it.each([
    [
      { synAck: '00', ack: '' },
      { synAck: 'wrong', ack: 'valid' },
    ],
    [
      { synAck: '', ack: '00' },
      { synAck: 'valid', ack: 'wrong' },
    ],
  ])('tells which HMAC of a join is wrong', (flipped, hmac) => {
    const { connections, findings } = analyze(version, flipped);
    expect(connections[0]!.subflows[1]!.handshake.hmac).toEqual(hmac);
    expect(findings.map(({ code }) => code)).toContain('hmac-wrong');
  });
});

it('a connection whose version 1 is answered by version 0 is of version 0', () => {
  const packets: Crafted[] = [
    { ...client, flags: 2, options: '1e040181' },
    { ...toClient, flags: 18, options: `1e0c0081${keyB}` },
  ];
  const frames = packets.map((it, seconds) => ({ data: ethernet(ipv4(it)), seconds }));
  const { connections } = analyzeCaptureBytes([{ name: 'a', bytes: pcapFile(frames) }]);
  const token = hashed(versions[0], keyB).slice(0, 8);
  expect(connections).toMatchObject([{ version: 0, server: { token } }]);
});
