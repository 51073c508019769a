// Linting 10 to 10,000 nodes, beyond planning them. Aim: under 1 s for 10,000.
import { buildLab } from 'subflow';
import { measureGrowth } from './growth.js';

await measureGrowth({
  name: 'lint',
  title: 'Every rule over a plan there is',
  aimS: 1,
  aim: '10,000 nodes under 1 s beyond planning',
  once: millisecondsToLint,
});

/** A lab of its own each time: what a rule has looked up once is kept with the lab. */
function millisecondsToLint(topology: Parameters<typeof buildLab>[0]): number {
  const lab = buildLab(topology, { provider: 'netns' });
  const start = performance.now();
  const errors = lab.findings.filter(({ severity }) => severity === 'error');
  const ms = performance.now() - start;
  if (errors.length > 0) throw new Error(`a correct tree has errors: ${errors[0]!.message}`);
  return ms;
}
