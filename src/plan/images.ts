import type { Problem } from '../errors.js';
import { planImage } from '../images/plan-image.js';
import { imageProfiles, defaultProfile } from '../images/profiles.js';
import { resolveImage, type ResolvedImage } from '../images/resolve-image.js';
import type { NodeInput, TopologyInput } from '../model/generated/topology.js';
import type { PlannedExperiment } from '../model/plan.js';
import { isKernelForcing, type KernelForcing, type PlannedImage } from '../model/planned-image.js';
import { pointer } from '../model/pointer.js';
import type { Limits } from '../model/provider.js';
import { ownImageProblems } from './own-image-problems.js';

/** A node that is a clone of an image. */
interface Clone {
  readonly node: string;
  readonly image: ResolvedImage;
}

/** The images the lab's nodes are clones of, each prepared for what experiments ask of its nodes. */
export function planImages(
  topology: TopologyInput,
  experiments: readonly PlannedExperiment[],
  limits: Limits,
  problems: Problem[],
): PlannedImage[] {
  problems.push(...ownImageProblems(topology));
  const clones = Object.entries(topology.nodes).flatMap(([node, input]) =>
    cloneOf(node, input, topology, problems),
  );
  if (!limits.images) {
    problems.push(...sharedKernelProblems(experiments));
    return [];
  }
  const images = new Map(clones.map(({ image }) => [image.name, image]));
  return [...images.values()].map((image) => {
    const nodes = clones.filter((clone) => clone.image.name === image.name);
    const methods = kernelForcingOf(new Set(nodes.map(({ node }) => node)), experiments);
    problems.push(...unableProblems(image, methods));
    return planImage(image, methods);
  });
}

/** The name of a node's image; null where the provider clones none. */
export function imageNameOf(
  { image, existingVm }: NodeInput,
  topology: TopologyInput,
  limits: Limits,
): string | null {
  const given = image ?? topology.image ?? null;
  return limits.images && existingVm === undefined ? (given ?? defaultProfile.name) : given;
}

function cloneOf(
  node: string,
  input: NodeInput,
  topology: TopologyInput,
  problems: Problem[],
): Clone[] {
  if (input.existingVm !== undefined) return [];
  const where = input.image === undefined ? '/image' : pointer('nodes', node, 'image');
  const name = input.image ?? topology.image ?? defaultProfile.name;
  const image = resolveImage(name, topology.images ?? {}, where);
  if ('profile' in image) return [{ node, image }];
  if (!problems.some((known) => known.where === where)) problems.push(image);
  return [];
}

function kernelForcingOf(
  nodes: ReadonlySet<string>,
  experiments: readonly PlannedExperiment[],
): KernelForcing[] {
  const used = experiments.flatMap(({ client, server, forcing }) => [
    ...(nodes.has(client) ? [forcing.client] : []),
    ...(nodes.has(server) ? [forcing.server] : []),
  ]);
  return [...new Set(used.filter(isKernelForcing))].sort();
}

function unableProblems(image: ResolvedImage, methods: readonly KernelForcing[]): Problem[] {
  const { name, profile } = image;
  return methods
    .filter((method) => !profile.forcing.includes(method))
    .map((method) => ({
      where: `image ${name}`,
      message: `${profile.title} cannot force MPTCP by ${method}`,
      next: `Take an image that can: ${ableProfiles(method)}; or another of ${profile.forcing.join(', ')}.`,
    }));
}

function ableProfiles(method: KernelForcing): string {
  const able = imageProfiles.filter(({ forcing }) => forcing.includes(method));
  return able.map(({ name }) => name).join(', ');
}

function sharedKernelProblems(experiments: readonly PlannedExperiment[]): Problem[] {
  return experiments.flatMap(({ forcing }, index) =>
    (['client', 'server'] as const)
      .filter((end) => isKernelForcing(forcing[end]))
      .map((end) => ({
        where: pointer('experiments', index, 'forcing', end),
        message: `${forcing[end]} turns the sockets of a whole kernel, and nodes here share the host's`,
        next: 'Take mptcpize, native or go, or a provider with virtual machines.',
      })),
  );
}
