import type { TopologyInput } from 'subflow';
import { medianOf, timeInTurn } from './measure.js';
import { keepResults, timingTable } from './results.js';
import { tree } from './topologies.js';

interface Growth {
  /** The benchmark's name. */
  readonly name: string;
  readonly title: string;
  /** Longest time in s that 10,000 nodes are to take, and in words. */
  readonly aimS: number;
  readonly aim: string;
  /** Does it once and answers how long it took, in ms. */
  readonly once: (topology: TopologyInput) => number;
}

const sizes = [10, 100, 1_000, 10_000];
const nameOf = (nodeCount: number) => `${nodeCount} nodes`;

/** Times something on trees of 10 to 10,000 nodes, and keeps how it grows. */
export async function measureGrowth({ name, title, aimS, aim, once }: Growth): Promise<void> {
  const timings = await timeInTurn(
    sizes.map((nodeCount) => {
      const topology = tree(nodeCount);
      return { name: nameOf(nodeCount), once: () => once(topology) };
    }),
    7,
  );
  const [thousand, most] = [1_000, 10_000].map((count) => medianOf(timings, nameOf(count)));
  const [seconds, growth] = [most! / 1000, most! / thousand!];
  const aims = [
    { aim, measured: `${seconds.toFixed(2)} s`, isMet: seconds < aimS },
    {
      aim: 'growth nearly linear: 10 times the nodes cost less than 15 times the time',
      measured: `${growth.toFixed(1)} times from 1,000 to 10,000`,
      isMet: growth < 15,
    },
  ];
  keepResults(name, aims, [timingTable(title, timings, nameOf(1_000))]);
}
