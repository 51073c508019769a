import type { ReportLanguage } from '../report-input.js';
import { en } from './en.js';
import { ja } from './ja.js';
import type { Words } from './words.js';

export function wordsOf(language: ReportLanguage): Words {
  return { en, ja }[language];
}
