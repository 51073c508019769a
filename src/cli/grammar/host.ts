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
    arguments: {
      '<action>': 'build, list, show, remove or prune',
      '[what]':
        'build: a topology or a profile (default: the original experiment); show: a profile or an image; remove: an image',
    },
    summary: 'build, list and remove the images that VMs are cloned from',
    options: [upDir, json],
    example: 'subflow image build lab.ts && subflow image list',
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
