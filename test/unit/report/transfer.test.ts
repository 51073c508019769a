import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { goodputBySlot, slotsOf } from '../../../src/report/transfer/goodput.js';
import { transferOf } from '../../../src/report/transfer/transfer-of.js';
import { experiment, fixture } from '../verify/evidence.js';

const devices = ['enp0s3', 'enp0s8'];
const analysis = analyzeCaptureBytes(
  devices.map((device) => ({
    name: `${device}.pcap`,
    device,
    bytes: fixture(`ipv4-${device}.pcap`),
  })),
);
const { paths } = experiment;
const sample = (atMs: number, bytes: number) => ({ atMs, bytes, dataOffset: bytes });

describe('time slots', () => {
  it.each([
    [5139, 200, 26],
    [1000, 20, 50],
    [41, 1, 41],
    [0, 0.001, 1],
  ])('of %d ms are %d ms wide, %d of them', (durationMs, slotMs, count) => {
    expect(slotsOf(durationMs)).toEqual({ durationMs, slotMs, count });
  });
});

describe('goodput by slot', () => {
  const slots = { slotMs: 100, durationMs: 400, count: 4 };

  it('is even between two samples and nothing after the last', () => {
    const timeline = [sample(1000, 0), sample(1200, 250_000)];
    expect(goodputBySlot(timeline, slots, 1000)).toEqual([10, 10, 0, 0]);
  });

  it('shows a pause', () => {
    const timeline = [
      sample(0, 0),
      sample(100, 125_000),
      sample(300, 125_000),
      sample(400, 250_000),
    ];
    expect(goodputBySlot(timeline, slots, 0)).toEqual([10, 0, 0, 10]);
  });
});

describe('a transfer over two paths', () => {
  const transfer = transferOf(analysis, paths)!;

  it('holds the bytes that the captures hold, by subflow and by slot', () => {
    const { slots, sumMbit, subflows, bytes } = transfer;
    expect(bytes).toBe(400_000);
    expect(subflows.reduce((sum, it) => sum + it.bytes, 0)).toBe(bytes);
    const widths = sumMbit.map((_, slot) =>
      slot === slots.count - 1 ? slots.durationMs - slot * slots.slotMs : slots.slotMs,
    );
    const carried = sumMbit.reduce((sum, mbit, slot) => sum + (mbit * 1000 * widths[slot]!) / 8, 0);
    expect(carried / bytes).toBeCloseTo(1, 2);
  });

  it('tells by which interface each subflow went', () => {
    expect(transfer.subflows.map((it) => [it.client.address, it.path, ...it.devices])).toEqual([
      ['192.168.10.20', 0, 'enp0s3'],
      ['192.168.20.20', 1, 'enp0s8'],
    ]);
  });

  it('places the data of each, up to the end', () => {
    const ends = transfer.subflows.map(({ sequence }) =>
      Math.max(...sequence.map((it) => it.offset)),
    );
    expect(Math.max(...ends)).toBe(400_000);
  });

  it('lists the subflows that carried most, and counts the others', () => {
    const [connection] = analysis.connections;
    const [first, second] = connection!.subflows;
    const many = {
      ...connection!,
      subflows: [...Array.from({ length: 40 }, () => ({ ...second! })), first!],
    };
    const crowd = { ...analysis, connections: [many] };
    const { subflows, subflowsLeftOut } = transferOf(crowd, paths)!;
    expect([subflows.length, subflowsLeftOut]).toEqual([24, 17]);
    expect(new Set(subflows.map(({ path }) => path)).size).toBe(24);
  });

  it('is none where the captures hold none', () => {
    expect(transferOf(analyzeCaptureBytes([]), paths)).toBeNull();
  });
});
