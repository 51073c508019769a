import { describe, expect, it } from 'vitest';
import { buildLab } from '../../../src/index.js';
import type { Impairment } from '../../../src/model/generated/topology.js';
import { rulesSpeaking } from '../../helpers/broken-labs.js';
import { twoPaths } from '../../helpers/small-labs.js';

/** The rules that speak of two paths of this impairment, the second with something more. */
function spokenOf(common: Impairment, second: Impairment = {}, seconds = 5): string[] {
  const segments = {
    pathA: { impairment: common },
    pathB: { impairment: { ...common, ...second } },
    server: {},
  };
  const ends = { client: 'client', server: 'server', seconds };
  const experiments = [{ kind: 'multi-subflow' as const, ...ends }];
  return rulesSpeaking(buildLab(twoPaths({ lab: { segments, experiments } })));
}

describe('a link', () => {
  it('that loses every packet is found, one that loses some is not', () => {
    expect(spokenOf({}, { lossPercent: 100 })).toEqual(['link/total-loss']);
    expect(spokenOf({}, { lossPercent: 99 })).toEqual([]);
  });

  it('whose bucket holds hardly a frame is told of', () => {
    expect(spokenOf({ rateMbit: 50 }, { burstBytes: 1514 })).toEqual(['link/small-burst']);
    expect(spokenOf({ rateMbit: 50 }, { burstBytes: 4096 })).toEqual([]);
  });

  it('of an interface is found at the interface', () => {
    const impairment = { rateMbit: 50, burstBytes: 1000 };
    const interfaces = [{ segment: 'pathA' }, { segment: 'pathB', impairment }];
    const { findings } = buildLab(twoPaths({ client: { interfaces } }));
    const where = '/nodes/client/interfaces/1/impairment/burstBytes';
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'link/burst-below-frame', where }),
    );
  });
});

describe('paths', () => {
  it('of 10 to 1 are found, those of 9 to 1 are not', () => {
    expect(spokenOf({ rateMbit: 90 }, { rateMbit: 9 })).toEqual(['link/rate-ratio']);
    expect(spokenOf({ rateMbit: 90 }, { rateMbit: 10 })).toEqual([]);
  });

  it('of which one is a backup may differ as they like', () => {
    const lab = { segments: { pathA: { impairment: { rateMbit: 100 } }, pathB: {}, server: {} } };
    const flags = ['subflow' as const, 'backup' as const];
    const mptcp = (address: string) => ({ endpoints: [{ address, flags, dev: 'enp0s8' }] });
    const planned = buildLab(twoPaths({ lab })).plan.nodes[0]!.interfaces[1]!.addresses[0]!;
    const client = { mptcp: mptcp(planned.address) };
    expect(rulesSpeaking(buildLab(twoPaths({ lab, client })))).toEqual([]);
  });

  it('need ten round trips', () => {
    expect(spokenOf({ delayMs: 51 }, {}, 1)).toEqual(['experiment/too-short']);
    expect(spokenOf({ delayMs: 50 }, {}, 1)).toEqual([]);
  });
});
