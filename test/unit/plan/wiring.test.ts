import { describe, expect, it } from 'vitest';
import { deviceName } from '../../../src/model/device-name.js';
import { macAllocator } from '../../../src/plan/mac.js';
import { planMetrics } from '../../../src/plan/metrics.js';
import { planShaper } from '../../../src/plan/shaper.js';

describe('device names', () => {
  it('are those of VirtualBox adapters: slots 3, 8, 9, 10, then 16 and up', () => {
    const names = Array.from({ length: 9 }, (_, adapter) => deviceName(adapter));
    expect(names.map((name) => name.replace('enp0s', '')).join(' ')).toBe(
      '3 8 9 10 16 17 18 19 20',
    );
  });
});

describe('MACs', () => {
  it("are in VirtualBox's range and the same for the same lab, node and adapter", () => {
    const mac = macAllocator('lab')('client', 0);
    expect(mac).toMatch(/^08:00:27(:[0-9a-f]{2}){3}$/);
    expect(macAllocator('lab')('client', 0)).toBe(mac);
    expect(macAllocator('other')('client', 0)).not.toBe(mac);
  });

  it('stay unique where hashes of three bytes collide', () => {
    const allocate = macAllocator('lab');
    const macs = Array.from({ length: 20_000 }, (_, index) => allocate(`n${index}`, 0));
    const fresh = macs.filter((mac, index) => mac !== macAllocator('lab')(`n${index}`, 0));
    expect(fresh.length, 'some do collide').toBeGreaterThan(0);
    expect(new Set(macs).size).toBe(macs.length);
  });
});

describe('metrics', () => {
  it('count in hundreds by the order of interfaces', () => {
    expect(planMetrics([{ segment: 'a' }, { segment: 'b' }, { segment: 'c' }])).toEqual([
      100, 200, 300,
    ]);
  });

  it('make room for a given one', () => {
    expect(planMetrics([{ segment: 'a', metric: 200 }, { segment: 'b' }])).toEqual([200, 201]);
  });
});

describe('shapers', () => {
  it('fill in bucket and queue of a rate', () => {
    const rate = (rateMbit: number) => planShaper({ rateMbit })?.rate;
    expect(rate(10)).toEqual({ rateMbit: 10, burstBytes: 16_384, queueMs: 50 });
    expect(rate(100)).toEqual({ rateMbit: 100, burstBytes: 50_000, queueMs: 50 });
  });

  it('take bucket and queue as given, too small ones included', () => {
    const shaper = planShaper({ rateMbit: 10, burstBytes: 1500, queueMs: 5 });
    expect(shaper?.rate).toEqual({ rateMbit: 10, burstBytes: 1500, queueMs: 5 });
  });

  it('ask for netem only where delay or loss is above zero', () => {
    expect(planShaper({ delayMs: 0, lossPercent: 0, jitterMs: 0 })).toBeNull();
    expect(planShaper({ delayMs: 10, jitterMs: 2 })).toEqual({
      rate: null,
      netem: { delayMs: 10, jitterMs: 2, lossPercent: 0 },
    });
  });
});
