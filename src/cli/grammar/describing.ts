import { allow, file, json, provider, upDir } from './common.js';
import type { VerbDefinition } from './definition.js';

/** Verbs about a lab that need not run. */
export const describingVerbs: readonly VerbDefinition[] = [
  {
    name: 'init',
    arguments: { '[dir]': 'the project (default: the current directory)' },
    summary: 'add a lab.ts and the npm script lab:recreate to a project',
    options: [json],
    example: 'subflow init && npm install && npm run lab:recreate',
    load: async () => (await import('../verbs/init.js')).init,
  },
  {
    name: 'lint',
    arguments: file,
    summary: 'tell what is wrong with a lab before anything boots',
    options: [
      { ...upDir, meaning: "a lab's directory, to lint its lab.json" },
      provider,
      { flags: '--fix', meaning: 'make the safe changes in a .json, .yaml or .yml' },
      { flags: '--sarif', meaning: 'print a SARIF 2.1.0 log' },
      json,
    ],
    example: 'subflow lint lab.yaml --fix',
    load: async () => (await import('../verbs/lint.js')).lint,
  },
  {
    name: 'explain',
    arguments: { '[rule]': "a rule's id (default: list them all)" },
    summary: "print the page of one of the linter's rules",
    options: [json],
    example: 'subflow explain routing/no-source-rule',
    load: async () => (await import('../verbs/explain.js')).explain,
  },
  {
    name: 'generate',
    arguments: file,
    summary: "write the lab's files, to be committed",
    options: [
      { flags: '--out <dir>', meaning: 'where to (default: NAME in the current directory)' },
      provider,
      { flags: '--check', meaning: 'write nothing, print what would change, exit 1 if anything' },
      allow,
      json,
    ],
    example: 'subflow generate lab.ts --out lab --check',
    load: async () => (await import('../verbs/generate.js')).generate,
  },
  {
    name: 'graph',
    arguments: file,
    summary: 'draw the lab',
    options: [
      {
        flags: '--format <format>',
        meaning: 'language of the graph (default: mermaid)',
        choices: ['mermaid', 'dot', 'svg'],
      },
      { flags: '--svg', meaning: 'the same as --format svg' },
      { ...upDir, meaning: "a lab's directory, to draw its lab.json" },
      json,
    ],
    example: 'subflow graph lab.ts --svg > lab.svg',
    load: async () => (await import('../verbs/graph.js')).graph,
  },
];
