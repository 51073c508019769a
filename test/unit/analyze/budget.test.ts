import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { Budget } from '../../../src/analyze/budget.js';
import { Connection } from '../../../src/analyze/connection.js';
import { Direction } from '../../../src/analyze/direction.js';
import { FlowTable } from '../../../src/analyze/flow-table.js';
import { Flow } from '../../../src/analyze/flow.js';
import { Packet } from '../../../src/analyze/packet.js';
import { ipv4, pcapFile } from '../verify/packets.js';
import { analyze, handshake } from './crafted.js';

const ten = () => Object.assign(new Budget(), { intervals: 10, samples: 10, events: 10 });
const many = Array.from({ length: 100 }, (_, at) => at);

describe('what all connections together may make us remember', () => {
  it('is less than a program needs to start', () => {
    const { intervals, samples, events } = new Budget();
    expect(intervals * 2 * 8 + samples * 3 * 8 + events * 100).toBeLessThan(50e6);
  });

  it('bounds gaps over all subflows', () => {
    const budget = ten();
    const directions = many.map(() => new Direction(budget));
    for (const { ranges } of directions) for (const at of many) ranges.add(3 * at, 3 * at + 1);
    const kept = directions.reduce((sum, { ranges }) => sum + ranges.count, 0);
    expect(kept).toBeLessThanOrEqual(10 + 4 * directions.length);
    expect(directions.at(-1)!.ranges.forgottenGaps).toBeGreaterThan(90);
  });

  it('bounds samples, of which a direction always has the first and the last', () => {
    const budget = ten();
    const directions = many.map(() => new Direction(budget));
    for (const direction of directions) {
      for (const timeNs of many) {
        direction.timeline.add(Object.assign(new Packet(), { timeNs }), direction);
      }
    }
    const samples = directions.map(({ timeline }) => timeline.samples);
    expect(samples.flat().length).toBeLessThanOrEqual(10 + 2 * directions.length);
    expect(samples.every((it) => it.at(-1)?.timeNs === 99 && it[0]?.timeNs === 0)).toBe(true);
  });

  it('bounds signals', () => {
    const budget = ten();
    const flow = new Flow(new Packet(), budget);
    const connections = many.map(() => new Connection(budget));
    const signal = { subtype: 'infinite-mapping' } as const;
    for (const it of connections) it.note({ timeNs: 0, flow, from: 0, signal });
    expect(connections.filter(({ signals }) => signals.length > 0)).toHaveLength(10);
    expect(connections.at(-1)!.signalsLeftOut).toBe(1);
  });

  it('holds once what a connection takes over of another', () => {
    const budget = ten();
    const flow = new Flow(new Packet(), budget);
    const [whole, earlier] = [new Connection(budget), new Connection(budget)];
    earlier.data[0].setBase(0, 0);
    for (const at of [0, 2, 4]) earlier.data[0].ranges.add(at, at + 1);
    const signal = { subtype: 'infinite-mapping' } as const;
    earlier.note({ timeNs: 0, flow, from: 0, signal });
    whole.adopt(earlier, false);
    expect(budget).toMatchObject({ intervals: 7, events: 9 });
  });

  it('is kept for MPTCP: plain TCP is let go first, and counted', () => {
    const plain = Array.from({ length: 16_384 }, (_, at) => ({
      ...{ flags: 2, from: `10.2.${at >> 8}.${at & 255}` },
    }));
    const { connections, plainTcp, findings } = analyze(...plain, ...handshake);
    expect(connections).toMatchObject([{ version: 1, subflows: [{ state: 'established' }] }]);
    expect(plainTcp.connections).toBe(16_384);
    expect(findings).toEqual([]);
  });

  it('is given back by plain TCP that is let go', () => {
    const budget = ten();
    const table = new FlowTable(budget);
    const packets = Array.from({ length: 16_385 }, (_, at) =>
      Object.assign(new Packet(), { version: 4, sourcePort: at, destinationPort: 5001 }),
    );
    for (const packet of packets.slice(0, -1)) {
      const [direction] = table.find(packet)!.sent;
      if (packet.sourcePort > 3) continue;
      direction.ranges.add(0, 1);
      direction.timeline.add(packet, direction);
    }
    expect(budget).toMatchObject({ intervals: 6, samples: 6 });
    table.find(packets.at(-1)!);
    expect(table.forgotten.connections).toBe(16_384);
    expect(budget).toMatchObject({ intervals: 10, samples: 10 });
  });

  it('bounds the interfaces that Linux cooked v2 numbers', () => {
    const frames = Array.from({ length: 1100 }, (_, at) => ({
      data: [
        ...[0x08, 0x00, 0, 0, 0, 0, at >> 8, at & 255, 0, 1, 0, 6, 2, 2, 2, 2, 2, 2, 0, 0],
        ...ipv4({}),
      ],
    }));
    const bytes = pcapFile(frames, { linkType: 276 });
    const { interfaces, captures } = analyzeCaptureBytes([{ name: 'a', bytes }]);
    expect(interfaces.length).toBeLessThanOrEqual(1025);
    expect(captures[0]?.tcpPackets).toBe(1100);
  });
});
