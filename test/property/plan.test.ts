import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlap, parseBoundAddress, type Prefix } from '../../src/model/ip.js';
import type { Plan } from '../../src/model/plan.js';
import { planLab } from '../../src/plan/plan-lab.js';
import { arbitraryTopology } from '../helpers/arbitrary-topology.js';
import { roomy } from '../helpers/limits.js';
import { lookUp, walk } from '../helpers/walk.js';
import { nodeOf } from '../helpers/plan-lookup.js';

const prefix = (text: string): Prefix => parseBoundAddress(text)!;

function onPlans(check: (plan: Plan) => void): void {
  fc.assert(fc.property(arbitraryTopology, (topology) => check(planLab(topology, roomy))));
}

const interfacesOf = (plan: Plan) => plan.nodes.flatMap(({ interfaces }) => interfaces);

/** Pairs of hosts' addresses that segments and routers join, told without any route. */
function joinedPairs(plan: Plan) {
  const island = new Map(plan.segments.map(({ name }) => [name, name]));
  const join = (one: string, other: string) => {
    for (const [name, first] of island) if (first === other) island.set(name, one);
  };
  for (const { role, interfaces } of plan.nodes) {
    if (role !== 'router') continue;
    for (const { segment } of interfaces) {
      join(island.get(interfaces[0]!.segment)!, island.get(segment)!);
    }
  }
  const ends = plan.nodes
    .filter(({ role }) => role === 'host')
    .flatMap(({ name, interfaces }) =>
      interfaces.flatMap(({ segment, addresses }) =>
        addresses.map(({ address, family }) => ({ name, segment, address, family })),
      ),
    );
  return ends.flatMap((from) =>
    ends
      .filter((to) => to.name !== from.name && to.family === from.family)
      .filter((to) => island.get(to.segment) === island.get(from.segment))
      .map((to) => ({ from, to })),
  );
}

describe('every plan', { timeout: 60_000 }, () => {
  it('gives each address once, within a subnet of its segment', () => {
    onPlans((plan) => {
      const addresses = interfacesOf(plan).flatMap((nic) => nic.addresses);
      expect(new Set(addresses.map(({ address }) => address)).size).toBe(addresses.length);
      for (const { segment, addresses: own } of interfacesOf(plan)) {
        const { subnets } = plan.segments.find(({ name }) => name === segment)!;
        for (const { address, prefixLength } of own) {
          const bound = prefix(`${address}/${prefixLength}`);
          expect(subnets.map(prefix).some((subnet) => contains(subnet, bound))).toBe(true);
        }
      }
    });
  });

  it('keeps its subnets apart', () => {
    onPlans((plan) => {
      const subnets = plan.segments.flatMap((segment) => segment.subnets).map(prefix);
      for (const [index, subnet] of subnets.entries()) {
        expect(subnets.slice(index + 1).filter((other) => overlap(subnet, other))).toEqual([]);
      }
    });
  });

  it('gives each MAC once', () => {
    onPlans((plan) => {
      const macs = interfacesOf(plan).map(({ mac }) => mac);
      expect(new Set(macs).size).toBe(macs.length);
    });
  });

  it('is the same again, whatever was planned in between', () => {
    fc.assert(
      fc.property(arbitraryTopology, arbitraryTopology, (topology, other) => {
        const first = JSON.stringify(planLab(topology, roomy));
        planLab(other, roomy);
        expect(JSON.stringify(planLab(structuredClone(topology), roomy))).toBe(first);
      }),
    );
  });

  it('routes between any two joined addresses, without loops and the same way back', () => {
    onPlans((plan) => {
      for (const { from, to } of joinedPairs(plan)) {
        const there = walk(plan, from.name, { address: to.address, from: from.address });
        const back = walk(plan, to.name, { address: from.address, from: to.address });
        const segments = there.map(({ segment }) => segment);
        expect(back.map(({ segment }) => segment)).toEqual(segments.reverse());
        expect(there[0]!.segment).toBe(from.segment);
      }
    });
  });

  it('gives a node no two routes of one prefix and metric', () => {
    onPlans((plan) => {
      for (const { routes } of plan.nodes) {
        const keys = routes.map(({ family, to, metric }) => `${family} ${to} ${metric}`);
        expect(new Set(keys).size).toBe(keys.length);
      }
    });
  });

  it('leads every path of an experiment to the server, the first one without asking for it', () => {
    let paths = 0;
    onPlans((plan) => {
      for (const experiment of plan.experiments) {
        const { client, serverAddress: address } = experiment;
        for (const path of experiment.paths) {
          if (path.serverAddress === null) continue;
          const [first] = walk(plan, client, { address: path.serverAddress, from: path.address });
          expect(first!.device).toBe(path.device);
          paths += 1;
        }
        const initial = lookUp(nodeOf(plan, client), { address, from: null });
        expect(initial?.device).toBe(experiment.paths[0]!.device);
      }
    });
    expect(paths).toBeGreaterThan(100);
  });
});
