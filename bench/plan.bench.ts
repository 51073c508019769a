// Planning and rendering 10 to 10,000 nodes, in namespaces: so many machines have no host. Aim: under 2 s for 10,000, growth nearly linear.
import { buildLab } from 'subflow';
import { measureGrowth } from './growth.js';

await measureGrowth({
  name: 'plan',
  title: 'buildLab() and its files: parse, plan, render',
  aimS: 2,
  aim: '10,000 nodes under 2 s',
  once: (topology) => {
    const start = performance.now();
    const { artifacts } = buildLab(topology, { provider: 'netns' });
    if (artifacts.length < Object.keys(topology.nodes).length) throw new Error('a file is missing');
    return performance.now() - start;
  },
});
