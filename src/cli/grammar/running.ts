import { allow, experiment, file, foundDir, json, node, provider, upDir } from './common.js';
import type { VerbDefinition } from './definition.js';

/** Verbs that bring a lab up, work in it and end it. */
export const runningVerbs: readonly VerbDefinition[] = [
  {
    name: 'up',
    arguments: file,
    summary: 'bring the lab up and leave it running',
    options: [upDir, provider, allow, json],
    example: 'subflow up lab.ts',
    load: async () => (await import('../verbs/up.js')).up,
  },
  {
    name: 'status',
    arguments: {},
    summary: 'tell what of a lab runs',
    options: [foundDir, json],
    example: 'subflow status --json',
    load: async () => (await import('../verbs/status.js')).status,
  },
  {
    name: 'exec',
    arguments: { ...node, '<command...>': 'the program and its arguments, after --' },
    summary: "run a program on a node; exits with the program's code",
    options: [foundDir, json],
    example: 'subflow exec client -- ip mptcp endpoint',
    load: async () => (await import('../verbs/exec.js')).exec,
  },
  {
    name: 'shell',
    arguments: node,
    summary: "open $SHELL (or sh) on a node; exits with the shell's code",
    options: [foundDir],
    example: 'subflow shell client',
    load: async () => (await import('../verbs/shell.js')).shell,
  },
  {
    name: 'snapshot',
    arguments: { '[name]': 'what to call it (default: lab)' },
    summary: "keep a running lab's machines as they are, to come back to",
    options: [foundDir, json],
    example: 'subflow snapshot before-upgrade',
    load: async () => (await import('../verbs/snapshot.js')).snapshot,
  },
  {
    name: 'restore',
    arguments: { '[name]': 'the snapshot (default: lab)' },
    summary: "take a lab's machines back to a snapshot",
    options: [foundDir, json],
    example: 'subflow restore before-upgrade',
    load: async () => (await import('../verbs/snapshot.js')).restore,
  },
  {
    name: 'destroy',
    arguments: {},
    summary: 'end all that runs of a lab, after a crash too',
    options: [
      foundDir,
      {
        flags: '--image',
        meaning: 'remove its golden images too, unless other machines need them',
      },
      json,
    ],
    example: 'subflow destroy',
    load: async () => (await import('../verbs/destroy.js')).destroy,
  },
  {
    name: 'recreate',
    arguments: file,
    summary: 'destroy, up, verify',
    options: [upDir, provider, experiment, allow, json],
    example: 'subflow recreate lab.ts',
    load: async () => (await import('../verbs/recreate.js')).recreate,
  },
];
