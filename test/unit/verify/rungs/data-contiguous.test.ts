import { describe, expect, it } from 'vitest';
import { keyFacts } from '../../../../src/analyze/keys.js';
import { judge } from '../../../../src/verify/judge.js';
import { observe } from '../../../../src/verify/observation.js';
import { en } from '../../../../src/verify/words/en.js';
import { judgeDataContiguous } from '../../../../src/verify/rungs/data-contiguous.js';
import { craftedCaptures, evidenceOf, fixture } from '../evidence.js';
import { bytesOf } from '../packets.js';

const [clientKey, serverKey] = ['0102030405060708', '1112131415161718'];
const toServer = { from: '192.168.10.20', to: '192.168.30.20' };
const toClient = { from: '192.168.30.20', to: '192.168.10.20', fromPort: 5001, toPort: 40_000 };
const handshake = [
  { ...toServer, flags: 2, options: '1e040101' },
  { ...toClient, flags: 18, options: `1e0c0101${serverKey}`, acknowledgement: 1001 },
  { ...toServer, sequence: 1001, options: `1e140101${clientKey}${serverKey}` },
];
const hex = (value: number) => (value % 2 ** 32).toString(16).padStart(8, '0');
const sequenceOf = (offset: number) => hex(keyFacts(bytesOf(clientKey), 1).idsnLower + 1 + offset);

/** 100 bytes of data, at one place on the subflow and at another in the data. */
const data = (at: number, offset: number) => ({
  ...{ ...toServer, sequence: 1001 + at, payloadLength: 100 },
  options: `1e0e2004${sequenceOf(offset)}${hex(1 + at)}0064`,
});
const acknowledged = (offset: number) => ({
  ...{ ...toClient, sequence: 1, acknowledgement: 1201 },
  options: `1e082001${sequenceOf(offset)}`,
});
const judgeData = (...segments: readonly Parameters<typeof craftedCaptures>[0][number][]) =>
  judgeDataContiguous(observe(craftedCaptures([...handshake, ...segments])), en);

/** A capture of dumpcap without its packets of these numbers. */
function without(pcap: Uint8Array, numbers: readonly number[]): Uint8Array {
  const view = new DataView(pcap.buffer, pcap.byteOffset, pcap.byteLength);
  const kept = [pcap.subarray(0, 24)];
  for (let at = 24, number = 0; at < pcap.length; number += 1) {
    const end = at + 16 + view.getUint32(at + 8, true);
    if (!numbers.includes(number)) kept.push(pcap.subarray(at, end));
    at = end;
  }
  return new Uint8Array(Buffer.concat(kept));
}

describe('the rung of contiguous data', () => {
  it('passes where both subflows together have all of the data, and tells their shares', () => {
    expect(judgeDataContiguous(observe(evidenceOf()), en)).toMatchObject({
      ...{ id: 'data-contiguous', status: 'pass' },
      measured: '400000 bytes, no gap, 38.7 % 192.168.10.20, 61.3 % 192.168.20.20',
    });
  });

  it('fails where bytes are on no subflow and were not acknowledged, and says which', () => {
    expect(judgeData(data(0, 0), data(100, 200))).toMatchObject({
      status: 'fail',
      measured: '200 bytes, 1 gap(s) of 100 bytes, the first at 100 to 200, 100.0 % 192.168.10.20',
      reason:
        '100 bytes are on no subflow and the server did not acknowledge them: they were lost.',
    });
  });

  it('is inconclusive where the server acknowledged what no capture holds', () => {
    expect(judgeData(data(0, 0), data(100, 200), acknowledged(300))).toMatchObject({
      status: 'inconclusive',
      reason:
        'The server acknowledged the missing 100 bytes, so they were sent: the captures lost them.',
    });
  });

  it('fails where data has no mapping', () => {
    const bare = { ...toServer, sequence: 1101, payloadLength: 50 };
    expect(judgeData(data(0, 0), bare)).toMatchObject({
      status: 'fail',
      reason: '1 data segments have no mapping: their place in the data is not known.',
    });
    expect(judgeData({ ...bare, sequence: 1001 })).toMatchObject({
      ...{ status: 'fail', reason: 'No byte was mapped.' },
    });
  });

  it('is inconclusive where packets of a real capture are gone, whoever says that they were dropped', () => {
    const loaded = evidenceOf();
    const cut = without(fixture('ipv4-enp0s8.pcap'), [40, 41, 42, 43, 44, 45]);
    const captures = new Map([...loaded.captures, ['enp0s8.pcap', cut]]);
    const said = loaded.evidence.captures.map((it) => ({ ...it, droppedPackets: 3 }));
    for (const changes of [{}, { captures: said }]) {
      const evidence = { ...loaded.evidence, ...changes };
      const { rungs } = judge({ evidence: { ...evidence, programs: lessReceived }, captures });
      expect(rungs.find(({ id }) => id === 'data-contiguous')).toMatchObject({
        status: 'inconclusive',
        measured: expect.stringMatching(/^\d+ bytes, \d gap\(s\) of \d+ bytes/) as unknown,
      });
    }
  });

  const { programs } = evidenceOf().evidence;
  const lessReceived = { ...programs, server: { ...programs.server, bytes: 300_000 } };
});
