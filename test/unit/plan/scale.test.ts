import { describe, expect, it } from 'vitest';
import type { NodeInput, SegmentInput } from '../../../src/model/generated/topology.js';
import { parseTopology } from '../../../src/model/parse.js';
import type { Plan } from '../../../src/model/plan.js';
import { planLab } from '../../../src/plan/plan-lab.js';
import { nodeOf } from '../../helpers/plan-lookup.js';
import { walk } from '../../helpers/walk.js';

const routers = 476;
const hostsOnEach = 20;
const branches = 4;

/** A tree of routers, declared from the leaves' parent on down, with hosts on each one's LAN. */
function tree(): Plan {
  const segments: Record<string, SegmentInput> = {};
  const nodes: Record<string, NodeInput> = {};
  const plant = (number: number) => {
    segments[`lan${number}`] = {};
    const interfaces = [{ segment: `lan${number}` }];
    if (number > 0) interfaces.push({ segment: `up${number}` });
    nodes[`r${number}`] = { role: 'router', interfaces };
    for (let host = 0; host < hostsOnEach; host += 1) {
      nodes[`h${number}-${host}`] = { interfaces: [{ segment: `lan${number}` }] };
    }
    for (let child = branches * number + 1; child <= branches * (number + 1); child += 1) {
      if (child >= routers) continue;
      segments[`up${child}`] = {};
      interfaces.push({ segment: `up${child}` });
      plant(child);
    }
  };
  plant(0);
  return planLab(parseTopology({ name: 'tree', segments, nodes }), {
    provider: 'netns',
    interfacesPerNode: 8,
  });
}

describe('a tree of routers with twenty hosts on each, ten thousand nodes in all', () => {
  const plan = tree();
  const addressOf = (name: string) => nodeOf(plan, name).interfaces[0]!.addresses[0]!.address;

  it('is planned whole', () => {
    expect(plan.nodes).toHaveLength(routers * (hostsOnEach + 1));
  });

  it('gives a host its default route and no other', () => {
    const counts = plan.nodes
      .filter(({ role }) => role === 'host')
      .map(({ routes }) => routes.map(({ to }) => to).join());
    expect(new Set(counts)).toEqual(new Set(['default']));
  });

  it('gives routers aggregates instead of one route for each subnet', () => {
    const root = nodeOf(plan, 'r0').routes;
    expect(root.length).toBeLessThan(plan.segments.length / 10);
    expect(root.some(({ to }) => Number(to.split('/')[1]) < 20)).toBe(true);
  });

  it.each([
    ['h0-0', 'h475-19'],
    ['h475-19', 'h119-7'],
    ['h1-0', 'h2-0'],
    ['h85-3', 'h341-3'],
  ])('leads from %s to %s and back the same way', (one, other) => {
    const there = walk(plan, one, { address: addressOf(other), from: addressOf(one) });
    const back = walk(plan, other, { address: addressOf(one), from: addressOf(other) });
    expect(back.map(({ segment }) => segment)).toEqual(
      there.map(({ segment }) => segment).toReversed(),
    );
  });
});
