import { causes } from './en/causes.js';
import { joins } from './en/joins.js';
import { mends } from './en/mends.js';
import { rungs } from './en/rungs.js';
import type { VerdictWords } from './words.js';

export const en: VerdictWords = {
  list: (items) => items.join(', '),
  findings: (items) => items.join('; '),
  and: (items) => items.join(' and '),
  sentences: (items) => items.join(' '),
  passed: {
    single: (device) => `One MPTCP subflow, on ${device}.`,
    multi: (devices, announced) =>
      `One MPTCP connection over ${devices.join(' and ')}${announced.map((address) => `, to ${address} too`).join('')}.`,
  },
  ...{ rungs, joins, causes, mends },
};
