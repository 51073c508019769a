import { describe, expect, it } from 'vitest';
import { parseTopology } from '../../src/model/parse.js';
import { planLab } from '../../src/plan/plan-lab.js';
import { roomy } from '../helpers/limits.js';
import { topologies } from './topologies.js';

describe('the plan of each lab is the one that was read and agreed to', () => {
  it.each(topologies)('$name', async (topology) => {
    const plan = planLab(parseTopology(topology), roomy);
    const text = `${JSON.stringify(plan, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`plans/${topology.name}.json`);
  });
});
