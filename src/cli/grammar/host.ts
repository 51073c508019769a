import { file, json, provider, upDir } from './common.js';
import type { VerbDefinition } from './definition.js';

/** Verbs about what labs need of this host and leave on it. */
export const hostVerbs: readonly VerbDefinition[] = [
  {
    name: 'doctor',
    arguments: file,
    summary: 'tell whether this host can run a lab, what stands in the way, and what to do',
    options: [provider, { ...upDir, meaning: "a lab's directory, to take its lab.json" }, json],
    example: 'subflow doctor lab.ts --provider netns',
    load: async () => (await import('../verbs/doctor.js')).doctor,
  },
  {
    name: 'image',
    arguments: { '<action>': 'list or show', '[profile]': 'what to show' },
    summary: 'tell of the guest systems that images are made from',
    options: [json],
    example: 'subflow image show debian-12',
    load: async () => (await import('../verbs/image.js')).image,
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
    load: async () => (await import('../verbs/leftovers.js')).leftovers,
  },
];
