import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../errors.js';
import type { Holder } from './holder.js';

/** What failed in which script, one problem for each script. */
export function upProblems(holder: Holder, dir: string): Problem[] {
  const nodes = [...new Set(holder.troubles.map(({ node }) => node))].sort();
  const byNode = nodes.map((node) => {
    const said = holder.troubles.filter((line) => line.node === node).map(({ text }) => text);
    return scriptProblem(`nodes/${node}.sh`, said, dir);
  });
  if (byNode.length > 0) return byNode;
  return [scriptProblem('network.sh', holder.stderr.split('\n'), dir)];
}

function scriptProblem(script: string, said: readonly string[], dir: string): Problem {
  const text = said.join('; ');
  const line = failedLine(readFileSync(join(dir, script), 'utf8').split('\n'), text);
  return {
    where: line === null ? script : `${script}:${line.number}`,
    message: line === null ? text : `${JSON.stringify(line.text)}: ${text}`,
    next: 'Mend what this line comes from in the topology; a broken lab must still be one the kernel takes.',
  };
}

/** The line of the script that a batch's tool counted from the batch's first line. */
function failedLine(script: readonly string[], said: string) {
  const [, count] = /Command failed -:(\d+)/.exec(said) ?? [];
  const [, tool] = /in: (.*?) -batch/.exec(said) ?? [];
  const start = script.findIndex((line) => line.startsWith(`${tool ?? ''} -batch - <<`));
  if (count === undefined || start === -1) return null;
  const index = start + Number(count);
  return { number: index + 1, text: script[index] ?? '' };
}
