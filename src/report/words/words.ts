import type { DiagnosisId, Certainty } from '../../model/diagnosis.js';
import type { RungId, VerdictStatus } from '../../model/verdict.js';
import type { ReportLanguage } from '../report-input.js';

/** Every string of the page that is not data. */
export interface Words {
  readonly language: ReportLanguage;
  readonly title: (lab: string) => string;
  readonly provider: string;
  readonly skipToVerdicts: string;
  readonly noRuns: string;
  readonly status: Readonly<Record<VerdictStatus, string>>;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly cause: Readonly<Record<DiagnosisId, string>>;
  readonly rung: Readonly<Record<RungId, string>>;
  readonly headings: {
    readonly verdicts: string;
    readonly diagnosis: string;
    readonly topology: string;
    readonly payload: string;
    readonly ladder: string;
    readonly environment: string;
    readonly reproduce: string;
    readonly files: string;
  };
  readonly columns: {
    readonly experiment: string;
    readonly verdict: string;
    readonly reason: string;
    readonly rung: string;
    readonly measured: string;
    readonly expected: string;
    readonly leavesBy: string;
    readonly payload: string;
    readonly share: string;
    readonly setting: string;
    readonly value: string;
    readonly file: string;
  };
  readonly link: {
    readonly idle: string;
    readonly backup: string;
    readonly unmeasured: string;
    readonly idleNote: (links: string) => string;
    readonly legend: string;
  };
  readonly goodputOf: (goodput: string, sum: string | null, percent: string | null) => string;
  readonly mend: string;
  readonly kernel: string;
  readonly degraded: string;
  readonly role: { readonly host: string; readonly router: string };
  readonly tooLarge: (interfaces: number) => string;
}
