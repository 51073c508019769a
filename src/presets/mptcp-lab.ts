import { LabError, type Problem } from '../errors.js';
import type { TopologyInput } from '../model/generated/topology.js';

/** What may differ from the original experiment. */
export interface MptcpLabOptions {
  /** Default: `original`. */
  readonly name?: string;
  /** Paths between client and router, 9 at most. Default: as many as `rateMbit` lists, else 2. */
  readonly pathCount?: number;
  /** Rate of the paths in Mbit/s, both ways: one for all, or one for each. Default: 50. */
  readonly rateMbit?: number | readonly number[];
  /** IPv4 or IPv6 subnets of the paths, then of the server. Default: 192.168.10.0/24, .20, .30, ... */
  readonly subnets?: readonly string[];
}

/**
 * The original experiment: a client with a NIC on each path, a router without MPTCP, and a server.
 * The planner makes the client .20 and the router .1 on every path.
 *
 * @throws LabError `topology-invalid` for options that make no such lab
 */
export function mptcpLab(options: MptcpLabOptions = {}): TopologyInput {
  const { name = 'original', rateMbit = 50, subnets } = options;
  const pathCount = options.pathCount ?? (typeof rateMbit === 'number' ? 2 : rateMbit.length);
  refuse([...countProblems(pathCount), ...rateProblems(pathCount, rateMbit)]);
  const subnet = (index: number) => [subnets?.[index] ?? `192.168.${10 * (index + 1)}.0/24`];
  const paths = Array.from({ length: pathCount }, (_, index) => {
    const rate = typeof rateMbit === 'number' ? rateMbit : rateMbit[index];
    const segment = `path${String.fromCharCode(65 + index)}`;
    return {
      segment,
      subnets: subnet(index),
      ...(rate !== undefined && { impairment: { rateMbit: rate } }),
    };
  });
  const plugs = paths.map(({ segment }) => ({ segment }));
  const mptcp = { limits: { subflows: Math.max(2, pathCount - 1) } };
  return {
    name,
    segments: {
      ...Object.fromEntries(paths.map(({ segment, ...settings }) => [segment, settings])),
      server: { subnets: subnet(pathCount) },
    },
    nodes: {
      client: { interfaces: plugs, mptcp },
      router: { role: 'router', interfaces: [...plugs, { segment: 'server' }] },
      server: { interfaces: [{ segment: 'server' }], mptcp },
    },
  };
}

/** The first path and the 8 subflows the kernel adds at most. */
const mostPaths = 9;

function countProblems(pathCount: number): Problem[] {
  if (Number.isInteger(pathCount) && pathCount >= 1 && pathCount <= mostPaths) return [];
  const message = `${pathCount} is not a number of paths`;
  return [{ where: 'pathCount', message, next: `Take a whole number from 1 to ${mostPaths}.` }];
}

function rateProblems(pathCount: number, rateMbit: MptcpLabOptions['rateMbit']): Problem[] {
  if (typeof rateMbit !== 'object' || rateMbit.length === pathCount) return [];
  const message = `lists ${rateMbit.length} rates for ${pathCount} paths: ${rateMbit.join(', ')}`;
  return [{ where: 'rateMbit', message, next: 'List a rate for every path, or give one for all.' }];
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new LabError('topology-invalid', problems);
}
