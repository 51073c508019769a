import type { Dice } from './dice.js';

/** Who is plugged into which segments, in the order of their interfaces. */
export interface Wiring {
  readonly client: readonly string[];
  readonly server: readonly string[];
  readonly routers: readonly (readonly string[])[];
}

type Shape = (dice: Dice) => Wiring;

/** The original, with two to four paths. */
const oneRouter: Shape = (dice) => {
  const paths = pathsOf(dice);
  return { client: paths, server: ['srv'], routers: [[...paths, 'srv']] };
};

const routerForEachPath: Shape = (dice) => {
  const paths = pathsOf(dice);
  return { client: paths, server: ['srv'], routers: paths.map((path) => [path, 'srv']) };
};

/** Each path crosses one to three routers of its own, then all of them or none a common one. */
const chains: Shape = (dice) => {
  const paths = pathsOf(dice);
  const isJoined = dice.chance(0.5);
  const ends: string[] = [];
  const routers = paths.flatMap((path) => {
    const hops = [path, ...Array.from({ length: dice.int(0, 2) }, (_, hop) => `${path}h${hop}`)];
    const last = isJoined ? `${path}e` : 'srv';
    ends.push(last);
    return [...hops, last].slice(1).map((next, index) => [hops[index]!, next]);
  });
  return {
    client: paths,
    server: ['srv'],
    routers: isJoined ? [...routers, [...ends, 'srv']] : routers,
  };
};

const clientOnServersSegment: Shape = (dice) => {
  const paths = pathsOf(dice).slice(0, 3);
  return {
    client: dice.chance(0.5) ? [...paths, 'srv'] : ['srv', ...paths],
    server: ['srv'],
    routers: [[...paths, 'srv']],
  };
};

const parallelWires: Shape = (dice) => {
  const wires = pathsOf(dice);
  return { client: wires, server: wires, routers: [] };
};

/** Every path leads to an address of the server's of its own. */
const disjoint: Shape = (dice) => {
  const paths = pathsOf(dice);
  const ends = paths.map((path) => `${path}e`);
  return { client: paths, server: ends, routers: paths.map((path, at) => [path, ends[at]!]) };
};

const serverOnTwoSegments: Shape = (dice) => {
  const paths = pathsOf(dice).slice(0, dice.int(1, 3));
  return { client: paths, server: ['srv', 'srv2'], routers: [[...paths, 'srv', 'srv2']] };
};

const ring: Shape = () => ({
  client: ['p0', 'p1'],
  server: ['srv'],
  routers: [
    ['p0', 'x01', 'x02'],
    ['p1', 'x01', 'x12'],
    ['x02', 'x12', 'srv'],
  ],
});

const shapes: readonly Shape[] = [
  oneRouter,
  oneRouter,
  routerForEachPath,
  chains,
  chains,
  clientOnServersSegment,
  parallelWires,
  disjoint,
  serverOnTwoSegments,
  ring,
];

export function wiring(dice: Dice): Wiring {
  return dice.pick(shapes)(dice);
}

function pathsOf(dice: Dice): string[] {
  return Array.from({ length: dice.pick([2, 2, 2, 3, 3, 4]) }, (_, index) => `p${index}`);
}
