import { experiment, foundDir, json, node } from './common.js';
import type { VerbDefinition } from './definition.js';

/** Verbs that look at what a lab does. */
export const provingVerbs: readonly VerbDefinition[] = [
  {
    name: 'verify',
    arguments: { '[file]': 'topology (default: the lab that is found on disk)' },
    summary: "run a running lab's experiments and judge them",
    options: [foundDir, experiment, json],
    example: 'subflow verify --experiment multi-subflow',
    load: async () => (await import('../verbs/verify.js')).verify,
  },
  {
    name: 'grade',
    arguments: { '<file>': "a student's topology: .yaml, .yml or .json" },
    summary: "run a student's lab on namespaces and compare it with what is expected",
    options: [
      {
        flags: '--expect <file>',
        meaning: 'a solution, or verdicts as JSON (docs/teaching.md)',
        required: true,
      },
      json,
    ],
    example: 'subflow grade student.yaml --expect solution.yaml',
    load: async () => (await import('../verbs/grade.js')).grade,
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
    load: async () => (await import('../verbs/capture.js')).capture,
  },
  {
    name: 'analyze',
    arguments: { '<file...>': 'pcap or pcapng files of the same time; - is standard input' },
    summary: 'tell what packet captures show of MPTCP',
    options: [json],
    example: 'subflow analyze client-enp0s3.pcap client-enp0s8.pcap',
    load: async () => (await import('../verbs/analyze.js')).analyze,
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
      { flags: '--open', meaning: 'open the file in the program this desktop has for it' },
      json,
    ],
    example: 'subflow report --format junit > subflow.xml',
    load: async () => (await import('../verbs/report.js')).report,
  },
];
