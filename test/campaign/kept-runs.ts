import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { BuiltLab } from 'subflow';
import { planDigest } from '../../src/drive/plan-digest.js';
import { runLab, type RunResult } from './run-lab.js';

/** Runs a lab, or tells how it ran. */
export type Runner = (lab: BuiltLab) => Promise<RunResult>;

/**
 * Keeps in a file what became of every plan that ran, and runs none twice: an interrupted campaign
 * goes on, and changed rules are judged by the same runs.
 */
export function keptIn(file: string): Runner {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const kept = new Map(lines.map((line) => JSON.parse(line) as [string, RunResult]));
  return async (lab) => {
    const digest = planDigest(lab.plan);
    const known = kept.get(digest);
    if (known !== undefined) return known;
    const result = await runLab(lab);
    kept.set(digest, result);
    appendFileSync(file, `${JSON.stringify([digest, result])}\n`);
    return result;
  };
}
