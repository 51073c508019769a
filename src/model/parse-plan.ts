import { LabError } from '../errors.js';
import type { Plan } from './plan.js';
import { flag, list, map, nullable, number, oneOf, record, text } from './shape.js';

/** What the topology's schema allows; a plan read from disk is as trustworthy as a topology. */
const label = text(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, 'a hostname label');
const segmentName = text(/^[a-zA-Z]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/, 'a segment name');
const device = text(/^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,14}$/, 'a device name');
const address = text(/^[0-9a-fA-F.:]+$/, 'an IP address');
const prefix = text(/^(default|[0-9a-fA-F.:]+(\/\d{1,3})?)$/, '"default" or a prefix');
const mac = text(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/, 'a MAC address');
const line = text(/^[^\p{Cc}]*$/u, 'one line of text');
const family = oneOf('ipv4', 'ipv6');
const forcing = oneOf('mptcpize', 'native', 'go', 'systemtap', 'bpf', 'none');
const argument = text(/^[^\0]*$/, 'an argument');

const shaper = record({
  rate: nullable(record({ rateMbit: number(), burstBytes: number(), queueMs: number() })),
  netem: nullable(record({ delayMs: number(), jitterMs: number(), lossPercent: number() })),
});

const nic = record({
  device,
  segment: segmentName,
  mac,
  mtu: number(),
  addresses: list(record({ family, address, prefixLength: number(), gateway: nullable(address) })),
  metric: number(),
  shaper: nullable(shaper),
});

const route = record({
  family,
  to: prefix,
  via: nullable(address),
  device: nullable(device),
  metric: nullable(number()),
});

const mptcp = record({
  enabled: flag,
  limits: record({ subflows: number(), addAddrAccepted: number() }),
  endpoints: list(
    record({
      address,
      flags: list(oneOf('subflow', 'signal', 'backup', 'fullmesh')),
      device: nullable(device),
      port: nullable(number()),
      id: nullable(number()),
    }),
  ),
});

const node = record({
  name: label,
  role: oneOf('host', 'router'),
  image: nullable(line),
  existingVm: nullable(line),
  ssh: nullable(record({ user: line, identityFile: line })),
  interfaces: list(nic),
  sysctls: list(
    record({
      key: text(/^net\.[a-zA-Z0-9_.-]+$/, 'a key under net.'),
      value: line,
      optional: flag,
    }),
  ),
  routes: list(route),
  policies: list(
    record({ family, from: prefix, table: number(), priority: number(), routes: list(route) }),
  ),
  mptcp,
});

export const plannedExperiment = record({
  name: label,
  kind: oneOf('single-subflow', 'multi-subflow'),
  client: label,
  server: label,
  family,
  serverAddress: address,
  forcing: record({ client: forcing, server: forcing }),
  programs: record({ client: nullable(list(argument)), server: nullable(list(argument)) }),
  seconds: number(),
  paths: list(
    record({
      device,
      address,
      serverAddress: nullable(address),
      expects: oneOf('payload', 'backup'),
      shapedBy: list(record({ node: label, device, rateMbit: number() })),
      rateMbit: nullable(number()),
    }),
  ),
  announced: list(address),
});

const segment = record({
  name: segmentName,
  subnets: list(prefix),
  mtu: number(),
  members: list(record({ node: label, device })),
});

const sha256 = text(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');
const packages = list(text(/^[a-z0-9][A-Za-z0-9.+:~/=-]*$/, 'a package'));
const webAddress = text(/^https?:\/\/[A-Za-z0-9.:_~/@%-]+$/, 'a web address');

const image = record({
  name: text(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/, 'an image name'),
  box: record({
    name: line,
    version: nullable(line),
    file: nullable(line),
    sha256: nullable(sha256),
  }),
  aptSources: list(line),
  replacesSources: flag,
  mirror: nullable(webAddress),
  proxy: nullable(webAddress),
  kernelPackages: packages,
  packages,
  debs: list(record({ from: line, sha256 })),
  tcpdump: nullable(record({ version: line, url: webAddress, sha256 })),
  kernelForcing: list(oneOf('systemtap', 'bpf')),
  systemtapPackages: packages,
  systemtapByDwarf: flag,
  scripts: list(text(/^[^\0\p{Cs}]+$/u, 'a script')),
  diskGb: nullable(number(1)),
  kernelVersion: nullable(line),
  tools: map(line),
});

const plan = record({
  schemaVersion: oneOf(1),
  name: label,
  provider: oneOf('netns', 'virtualbox'),
  images: list(image),
  segments: list(segment),
  nodes: list(node),
  experiments: list(plannedExperiment),
  lint: map(record({ severity: oneOf('off', 'advice', 'warning', 'error'), reason: line })),
});

/**
 * Takes a plan that came from disk, where anybody may have edited it.
 *
 * @throws LabError `topology-invalid`, with every problem found
 */
export function parsePlan(input: unknown): Plan {
  const problems = plan(input, '');
  if (problems.length > 0) throw new LabError('topology-invalid', problems);
  return input as Plan;
}
