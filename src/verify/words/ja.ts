import { causes } from './ja/causes.js';
import { joins } from './ja/joins.js';
import { mends } from './ja/mends.js';
import { rungs } from './ja/rungs.js';
import type { VerdictWords } from './words.js';

export const ja: VerdictWords = {
  list: (items) => items.join('、'),
  findings: (items) => items.join('；'),
  and: (items) => items.join(' と '),
  sentences: (items) => items.join(''),
  passed: {
    single: (device) => `${device} のサブフロー 1 本だけを使い、MPTCP で転送しました。`,
    multi: (devices, announced) =>
      `1 つの MPTCP 接続が ${devices.join('、')} を同時に使いました${announced.length > 0 ? `（${announced.join('、')} 宛のサブフローを含む）` : ''}。`,
  },
  ...{ rungs, joins, causes, mends },
};
