// Linting 100 to 10,000 nodes, beyond planning them. Aim: under 1 s for 10,000.
import { buildLab } from 'subflow';
import { medianOf, timeInTurn } from './measure.js';
import { keepResults, timingTable } from './results.js';
import { tree } from './topologies.js';

const nameOf = (nodeCount: number) => `${nodeCount} nodes`;
const timings = await timeInTurn(
  [100, 1_000, 10_000].map((nodeCount) => {
    const topology = tree(nodeCount);
    return { name: nameOf(nodeCount), once: () => millisecondsToLint(topology) };
  }),
  7,
);
const [thousand, tenThousand] = [1_000, 10_000].map((count) => medianOf(timings, nameOf(count)));
const growth = tenThousand! / thousand!;
keepResults(
  'lint',
  [
    {
      aim: '10,000 nodes under 1 s beyond planning',
      measured: `${(tenThousand! / 1000).toFixed(2)} s`,
      isMet: tenThousand! < 1000,
    },
    {
      aim: 'growth nearly linear: 10 times the nodes cost less than 15 times the time',
      measured: `${growth.toFixed(1)} times from 1,000 to 10,000`,
      isMet: growth < 15,
    },
  ],
  [timingTable('Every rule over a plan there is', timings, nameOf(1_000))],
);

/** A lab of its own each time: what a rule has looked up once is kept with the lab. */
function millisecondsToLint(topology: Parameters<typeof buildLab>[0]): number {
  const lab = buildLab(topology, { provider: 'netns' });
  const start = performance.now();
  const errors = lab.findings.filter(({ severity }) => severity === 'error');
  const ms = performance.now() - start;
  if (errors.length > 0) throw new Error(`a correct tree has errors: ${errors[0]!.message}`);
  return ms;
}
