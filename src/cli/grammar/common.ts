import { providerNames } from '../../providers.js';

/** Arguments and options of more than one verb. */
export const file = {
  '[file]':
    'topology: .ts, .mts, .js, .mjs, .json, .yaml or .yml (default: the original experiment)',
};
export const node = { '<node>': "a node's name" };
export const json = { flags: '--json', meaning: 'one JSON document on stdout' };
export const upDir = {
  flags: '--dir <dir>',
  meaning: "the lab's directory; without a file, its lab.json is taken (default: .subflow/NAME)",
};
export const foundDir = {
  flags: '--dir <dir>',
  meaning: "the lab's directory (default: the only lab, or the only running one, in .subflow)",
};
export const experiment = {
  flags: '--experiment <name>',
  meaning: 'run only this one; may be given again (default: all)',
  repeatable: true,
} as const;

export const provider = {
  flags: '--provider <name>',
  meaning: 'who brings the lab up',
  choices: providerNames,
};

export const allow = {
  flags: '--allow <rule>',
  meaning: "take the lab in spite of this rule's errors; may be given again",
  repeatable: true,
} as const;
