import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLab, mptcpLab } from '../../../src/index.js';
import { topologies } from '../../golden/topologies.js';
import { arbitraryTopology } from '../../helpers/arbitrary-topology.js';

/** Segments may be islands: the planner uses every address all the same, so that it is found. */
const leadsNowhere = new Set(['topology/path-leads-nowhere', 'mptcp/announced-unreachable']);

describe('what the planner decides by itself', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'has no finding in the original of %i paths',
    (pathCount) => {
      expect(buildLab(mptcpLab({ pathCount }), { provider: 'netns' }).findings).toEqual([]);
    },
  );

  it('has no finding in the original of unequal rates, and of IPv6', () => {
    const subnets = ['fd00:1::/64', 'fd00:2::/64', 'fd00:3::/64'];
    expect(buildLab(mptcpLab({ rateMbit: [50, 20], subnets })).findings).toEqual([]);
  });

  it.each(topologies)('has no error in $name', (topology) => {
    expect(buildLab(topology).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has no error in labs plugged together at random, but for ways that lead nowhere', () => {
    fc.assert(
      fc.property(arbitraryTopology, (topology) => {
        const { findings } = buildLab(topology, { provider: 'netns' });
        const errors = findings.filter(({ severity }) => severity === 'error');
        expect(errors.filter(({ rule }) => !leadsNowhere.has(rule))).toEqual([]);
      }),
    );
  }, 60_000);
});
