import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { ethernet, ipv4, pcapFile, type Crafted } from '../verify/packets.js';

const [keyA, keyB] = ['00112233445566ff', 'ffeeddccbbaa9911'];
const both = `${keyA}${keyB}`;
const toClient: Crafted = {
  ...{ from: '10.0.0.2', to: '10.0.0.1', fromPort: 5001, toPort: 40_000 },
  ...{ sequence: 5000, acknowledgement: 1001 },
};
const toServer: Crafted = { sequence: 1001, acknowledgement: 5001 };
const syn: Crafted = { flags: 2, options: '1e040101' };
const synAck: Crafted = { ...toClient, flags: 18, options: `1e0c0101${keyB}` };
const ack: Crafted = { ...toServer, options: `1e140101${both}` };
const firstData: Crafted = { ...toServer, options: `1e160101${both}0064`, payloadLength: 100 };
const later: Crafted = { ...toServer, sequence: 1101, payloadLength: 100 };

/** A DSS with a mapping of 4 bytes: sequence number, subflow's, length. */
const mapping = (subflowSequence: string, length: string) =>
  `1e0e2004 00000001 ${subflowSequence} ${length}`;

function analyze(...packets: readonly Crafted[]) {
  const frames = packets.map((it, seconds) => ({ data: ethernet(ipv4(it)), seconds }));
  return analyzeCaptureBytes([{ name: 'crafted', bytes: pcapFile(frames) }]).connections[0]!;
}

describe('a connection that gave MPTCP up', () => {
  it.each([
    ['syn-unanswered', [syn, { ...syn, options: '' }, { ...synAck, options: '' }], 1000],
    ['syn-ack', [syn, { ...synAck, options: '' }], 1000],
    ['third-ack', [syn, synAck, { ...ack, options: '' }, later], 2000],
    ['first-data', [syn, synAck, ack, { ...toServer, payloadLength: 100 }], 3000],
    ['data', [syn, synAck, ack, firstData, later], 4000],
    [
      'infinite-mapping',
      [syn, synAck, ack, firstData, { ...later, options: mapping('00000065', '0000') }],
      4000,
    ],
    [
      'mp-fail',
      [syn, synAck, ack, firstData, { ...toClient, options: '1e0c60000000000000000001' }],
      4000,
    ],
  ] as const)('did so at %s', (stage, packets, atMs) => {
    expect(analyze(...packets).fallback).toMatchObject({ stage, atMs });
  });

  it.each([
    ['SYN/ACK', [syn], synAck],
    ['third ACK', [syn, synAck], ack],
    ['data', [syn, synAck, ack], { ...firstData, options: mapping('00000001', '0064') }],
  ] as const)(
    'is not guessed where the snap length cut the options of the %s',
    (_, before, cut) => {
      const whole = before.map((it, seconds) => ({ data: ethernet(ipv4(it)), seconds }));
      const data = ethernet(ipv4(cut));
      const last = { data: data.slice(0, 58), originalLength: data.length, seconds: before.length };
      const bytes = pcapFile([...whole, last]);
      const { connections, findings } = analyzeCaptureBytes([{ name: 'cut', bytes }]);
      expect(connections[0]!.fallback).toBeNull();
      expect(findings.map(({ code }) => code)).toContain('options-cut');
    },
  );

  it('is none where its first data holds both keys and a checksum', () => {
    const options = `1e180181${both}0064abcd`;
    const { fallback, checksumRequired } = analyze(syn, synAck, ack, { ...firstData, options });
    expect({ fallback, checksumRequired }).toEqual({ fallback: null, checksumRequired: true });
  });
});
