// Planning and rendering 10 to 10,000 nodes. Aim: under 2 s for 10,000, growth nearly linear.
import { buildLab } from 'subflow';
import { printTimings, summary } from './measure.js';
import { tree } from './topologies.js';

const timings = [10, 100, 1_000, 10_000].map((nodeCount) => {
  const topology = tree(nodeCount);
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now();
    buildLab(topology, { provider: 'netns' });
    return performance.now() - start;
  });
  return summary(`${nodeCount} nodes`, times.slice(1));
});
printTimings('buildLab(): parse, plan, render', timings, '1000 nodes');
