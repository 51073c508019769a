import { isMissed, type CaseResult } from './lint-campaign.js';

export interface CampaignReport {
  readonly seed: number;
  readonly runs: number;
  readonly kernel: string;
  readonly correct: {
    readonly ran: number;
    readonly passed: number;
    /** Errors the linter gave all the same. */
    readonly falseAlarms: readonly Told[];
    /** Labs that did not pass, so that the generator's word for them was wrong. */
    readonly failed: readonly Told[];
  };
  readonly broken: {
    readonly ran: number;
    readonly lost: number;
    /** Of those lost, what the linter did not tell. */
    readonly missed: readonly Told[];
    readonly missedPercent: number;
    /** Mistakes that cost no path. */
    readonly harmless: number;
    /** Of those harmless, what the linter takes for errors. */
    readonly overcautious: readonly Told[];
    readonly byMutation: Readonly<Record<string, Tally>>;
  };
  readonly isGood: boolean;
}

interface Told {
  readonly index: number;
  readonly change: string;
  readonly rules: readonly string[];
  readonly reason: string;
}

interface Tally {
  readonly ran: number;
  readonly lost: number;
  readonly missed: number;
}

/** Of the labs that lost a path the linter may miss this part. */
const mostMissedPercent = 2;

export function campaignReport(
  of: Pick<CampaignReport, 'seed' | 'runs' | 'kernel'>,
  correct: readonly CaseResult[],
  broken: readonly CaseResult[],
): CampaignReport {
  const falseAlarms = correct.filter(({ errors }) => errors.length > 0).map(told);
  const failed = correct.filter(({ run }) => !run.passed).map(told);
  const lost = broken.filter(({ run }) => !run.passed);
  const missed = lost.filter(isMissed).map(told);
  const missedPercent = percent(missed.length, lost.length);
  const harmless = broken.filter(({ run }) => run.passed);
  const overcautious = harmless.filter(({ errors }) => errors.length > 0).map(told);
  return {
    ...of,
    correct: {
      ran: correct.length,
      passed: correct.length - failed.length,
      ...{ falseAlarms, failed },
    },
    broken: {
      ran: broken.length,
      lost: lost.length,
      ...{ missed, missedPercent, harmless: harmless.length, overcautious },
      byMutation: tallies(broken),
    },
    isGood: falseAlarms.length + failed.length === 0 && missedPercent <= mostMissedPercent,
  };
}

function told({ index, change, errors, warnings, run }: CaseResult): Told {
  const rules = [...errors, ...warnings];
  return { index, change: change ?? 'none', rules, reason: run.reason };
}

function tallies(broken: readonly CaseResult[]): Record<string, Tally> {
  const names = [...new Set(broken.map(({ mutation }) => mutation ?? ''))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const own = broken.filter(({ mutation }) => mutation === name);
      const lost = own.filter(({ run }) => !run.passed).length;
      return [name, { ran: own.length, lost, missed: own.filter(isMissed).length }];
    }),
  );
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}
