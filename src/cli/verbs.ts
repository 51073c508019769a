import { providerNames } from '../providers.js';
import type { Verb } from './call.js';

/** An option as commander writes it, and its meaning. */
interface OptionDefinition {
  readonly flags: string;
  readonly meaning: string;
  readonly choices?: readonly string[];
  readonly repeatable?: true;
  readonly required?: true;
}

/** A verb as `--help` shows it; its code is loaded when it is called. */
export interface VerbDefinition {
  readonly name: string;
  /** As commander writes them. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly options: readonly OptionDefinition[];
  readonly example: string;
  readonly load: () => Promise<Verb>;
}

const file = {
  '[file]':
    'topology: .ts, .mts, .js, .mjs, .json, .yaml or .yml (default: the original experiment)',
};
const node = { '<node>': "a node's name" };
const json = { flags: '--json', meaning: 'one JSON document on stdout' };
const upDir = {
  flags: '--dir <dir>',
  meaning: "the lab's directory; without a file, its lab.json is taken (default: .subflow/NAME)",
};
const foundDir = {
  flags: '--dir <dir>',
  meaning: "the lab's directory (default: the only lab, or the only running one, in .subflow)",
};
const experiment = {
  flags: '--experiment <name>',
  meaning: 'run only this one; may be given again (default: all)',
  repeatable: true,
} as const;

const provider = {
  flags: '--provider <name>',
  meaning: 'who brings the lab up',
  choices: providerNames,
};

const allow = {
  flags: '--allow <rule>',
  meaning: "take the lab in spite of this rule's errors; may be given again",
  repeatable: true,
} as const;

/** Every verb, in the order of `--help`. */
export const verbs: readonly VerbDefinition[] = [
  {
    name: 'init',
    arguments: { '[dir]': 'the project (default: the current directory)' },
    summary: 'add a lab.ts and the npm script lab:recreate to a project',
    options: [json],
    example: 'subflow init && npm install && npm run lab:recreate',
    load: async () => (await import('./verbs/init.js')).init,
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
    load: async () => (await import('./verbs/lint.js')).lint,
  },
  {
    name: 'explain',
    arguments: { '[rule]': "a rule's id (default: list them all)" },
    summary: "print the page of one of the linter's rules",
    options: [json],
    example: 'subflow explain routing/no-source-rule',
    load: async () => (await import('./verbs/explain.js')).explain,
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
    load: async () => (await import('./verbs/generate.js')).generate,
  },
  {
    name: 'up',
    arguments: file,
    summary: 'bring the lab up and leave it running',
    options: [upDir, provider, allow, json],
    example: 'subflow up lab.ts',
    load: async () => (await import('./verbs/up.js')).up,
  },
  {
    name: 'status',
    arguments: {},
    summary: 'tell what of a lab runs',
    options: [foundDir, json],
    example: 'subflow status --json',
    load: async () => (await import('./verbs/status.js')).status,
  },
  {
    name: 'exec',
    arguments: { ...node, '<command...>': 'the program and its arguments, after --' },
    summary: "run a program on a node; exits with the program's code",
    options: [foundDir, json],
    example: 'subflow exec client -- ip mptcp endpoint',
    load: async () => (await import('./verbs/exec.js')).exec,
  },
  {
    name: 'shell',
    arguments: node,
    summary: "open $SHELL (or sh) on a node; exits with the shell's code",
    options: [foundDir],
    example: 'subflow shell client',
    load: async () => (await import('./verbs/shell.js')).shell,
  },
  {
    name: 'capture',
    arguments: { ...node, '<interface>': 'one of its interfaces, e.g. enp0s3' },
    summary: 'capture an interface as pcap until Ctrl-C',
    options: [
      { flags: '-w, --write <file>', meaning: 'a file, or - for stdout', required: true },
      foundDir,
      json,
    ],
    example: 'subflow capture client enp0s8 -w - | wireshark -k -i -',
    load: async () => (await import('./verbs/capture.js')).capture,
  },
  {
    name: 'verify',
    arguments: { '[file]': 'topology (default: the lab that is found on disk)' },
    summary: "run a running lab's experiments and judge them",
    options: [foundDir, experiment, json],
    example: 'subflow verify --experiment multi-subflow',
    load: async () => (await import('./verbs/verify.js')).verify,
  },
  {
    name: 'analyze',
    arguments: { '<file...>': 'pcap or pcapng files of the same time; - is standard input' },
    summary: 'tell what packet captures show of MPTCP',
    options: [json],
    example: 'subflow analyze client-enp0s3.pcap client-enp0s8.pcap',
    load: async () => (await import('./verbs/analyze.js')).analyze,
  },
  {
    name: 'report',
    arguments: {},
    summary: "show what a lab's latest evidence proves",
    options: [
      foundDir,
      {
        flags: '--format <format>',
        meaning: 'html (default), json, md, junit or tap',
        choices: ['html', 'json', 'md', 'junit', 'tap'],
      },
      {
        flags: '--out <file>',
        meaning:
          'where to, - for stdout (default: report.html in the lab, other formats on stdout)',
      },
      { flags: '--lang <lang>', meaning: 'language of html and md', choices: ['en', 'ja'] },
      json,
    ],
    example: 'subflow report --format junit > subflow.xml',
    load: async () => (await import('./verbs/report.js')).report,
  },
  {
    name: 'destroy',
    arguments: {},
    summary: 'end all that runs of a lab, after a crash too',
    options: [foundDir, json],
    example: 'subflow destroy',
    load: async () => (await import('./verbs/destroy.js')).destroy,
  },
  {
    name: 'recreate',
    arguments: file,
    summary: 'destroy, up, verify',
    options: [upDir, provider, experiment, allow, json],
    example: 'subflow recreate lab.ts',
    load: async () => (await import('./verbs/recreate.js')).recreate,
  },
  {
    name: 'doctor',
    arguments: file,
    summary: 'tell whether this host can run a lab, what stands in the way, and what to do',
    options: [provider, { ...upDir, meaning: "a lab's directory, to take its lab.json" }, json],
    example: 'subflow doctor lab.ts --provider netns',
    load: async () => (await import('./verbs/doctor.js')).doctor,
  },
  {
    name: 'leftovers',
    arguments: {},
    summary: 'list what labs have on this host, and remove what no lab knows any more',
    options: [
      { flags: '--remove', meaning: 'remove what is left over; a lab that is there keeps its own' },
      json,
    ],
    example: 'subflow leftovers --remove',
    load: async () => (await import('./verbs/leftovers.js')).leftovers,
  },
  {
    name: 'image',
    arguments: { '<action>': 'list or show', '[profile]': 'what to show' },
    summary: 'tell of the guest systems that images are made from',
    options: [json],
    example: 'subflow image show debian-12',
    load: async () => (await import('./verbs/image.js')).image,
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
    load: async () => (await import('./verbs/graph.js')).graph,
  },
];
