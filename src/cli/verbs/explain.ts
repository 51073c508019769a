import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LabError } from '../../errors.js';
import { unknownRule } from '../../lint/refuse-errors.js';
import { rules } from '../../lint/rules.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';

/** Prints a rule's page; without an id lists every rule. */
export async function explain({ args }: Call): Promise<Outcome> {
  const [id] = args;
  if (id === undefined) return list();
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new LabError('unknown-name', [unknownRule(id)]);
  const text = await readFile(join(packageRoot(), 'docs', 'rules', `${rule.id}.md`), 'utf8');
  const page = text.replaceAll(/<!-- \w+\.yaml -->\n\n/g, '');
  const { severity, summary } = rule;
  return { exitCode: exitCodes.ok, text: page, document: { id, severity, summary, page } };
}

function list(): Outcome {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
  );
  const document = rules.map(({ id, severity, summary }) => ({ id, severity, summary }));
  return { exitCode: exitCodes.ok, text: `${lines.join('\n')}\n`, document };
}

/** By the package's own name, so that source and bundle find the same pages. */
function packageRoot(): string {
  return dirname(createRequire(import.meta.url).resolve('subflow/package.json'));
}
