import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildLab, type BuiltLab, type TopologyInput } from '../../src/index.js';

const examples = new URL('../../examples/broken/', import.meta.url);

/** The rules that have a broken and a mended topology, by id. */
export const brokenLabs: readonly string[] = readdirSync(examples, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('/broken.yaml'))
  .map((path) => path.slice(0, -'/broken.yaml'.length))
  .sort();

/** One of a rule's two labs. */
export function labOfRule(id: string, which: 'broken' | 'mended'): BuiltLab {
  const text = readFileSync(new URL(`${id}/${which}.yaml`, examples), 'utf8');
  return buildLab(parse(text) as TopologyInput, { provider: 'netns' });
}

/** The rules that speak of a lab, each once. */
export function rulesSpeaking(lab: BuiltLab): string[] {
  return [...new Set(lab.findings.map(({ rule }) => rule))];
}
