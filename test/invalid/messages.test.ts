import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LabError } from '../../src/errors.js';
import { parseTopology } from '../../src/model/parse.js';
import { planLab } from '../../src/plan/plan-lab.js';

/** As many lab NICs as VirtualBox leaves beside the management one. */
const limits = { provider: 'virtualbox', interfacesPerNode: 7 } as const;

const here = new URL('./', import.meta.url);

const read = (file: string) => readFileSync(new URL(file, here), 'utf8');

function cases(folder: string): string[] {
  const files = readdirSync(new URL(`${folder}/`, here));
  return files.filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''));
}

function refusal(attempt: () => unknown): LabError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof LabError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('a bad topology is refused with every problem, place, value and next step', () => {
  it.each(cases('topologies'))('%s', (name) => {
    const input: unknown = JSON.parse(read(`topologies/${name}.json`));
    const error = refusal(() => parseTopology(input));
    expect(error.code).toBe('topology-invalid');
    expect(`${error.message}\n`).toBe(read(`topologies/${name}.txt`));
  });
});

describe('a lab that cannot be planned is refused with everything in its way', () => {
  it.each(cases('labs'))('%s', (name) => {
    const topology = parseTopology(JSON.parse(read(`labs/${name}.json`)));
    const error = refusal(() => planLab(topology, limits));
    expect(error.code).toBe('plan-impossible');
    expect(`${error.message}\n`).toBe(read(`labs/${name}.txt`));
  });
});
