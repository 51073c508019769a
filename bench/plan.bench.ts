// Planning and rendering 10 to 10,000 nodes, in namespaces: so many machines have no host. Aim: under 2 s for 10,000, growth nearly linear.
import { buildLab } from 'subflow';
import { medianOf, timeInTurn } from './measure.js';
import { keepResults, timingTable } from './results.js';
import { tree } from './topologies.js';

const nameOf = (nodeCount: number) => `${nodeCount} nodes`;
const timings = await timeInTurn(
  [10, 100, 1_000, 10_000].map((nodeCount) => {
    const topology = tree(nodeCount);
    return {
      name: nameOf(nodeCount),
      once: () => {
        const start = performance.now();
        const { artifacts } = buildLab(topology, { provider: 'netns' });
        if (artifacts.length < nodeCount) throw new Error('a file of each node is the least');
        return performance.now() - start;
      },
    };
  }),
  7,
);
const [thousand, tenThousand] = [1_000, 10_000].map((count) => medianOf(timings, nameOf(count)));
const growth = tenThousand! / thousand!;
keepResults(
  'plan',
  [
    {
      aim: '10,000 nodes under 2 s',
      measured: `${(tenThousand! / 1000).toFixed(2)} s`,
      isMet: tenThousand! < 2000,
    },
    {
      aim: 'growth nearly linear: 10 times the nodes cost less than 15 times the time',
      measured: `${growth.toFixed(1)} times from 1,000 to 10,000`,
      isMet: growth < 15,
    },
  ],
  [timingTable('buildLab() and its files: parse, plan, render', timings, nameOf(1_000))],
);
