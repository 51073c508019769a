import type { DiagnosisId, Certainty } from '../../model/diagnosis.js';
import type { RungId, VerdictStatus } from '../../model/verdict.js';
import type { SubflowState } from '../../model/analysed-subflow.js';
import type { ReportLanguage, RunWithoutEvidence } from '../report-input.js';
import type { Transfer } from '../transfer/transfer.js';

/** Every string of the page that is not data. */
export interface Words {
  readonly language: ReportLanguage;
  readonly title: (lab: string) => string;
  readonly provider: string;
  readonly skipToVerdicts: string;
  readonly noRuns: string;
  readonly withoutEvidence: Readonly<Record<RunWithoutEvidence['why'], string>>;
  readonly status: Readonly<Record<VerdictStatus, string>>;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly cause: Readonly<Record<DiagnosisId, string>>;
  readonly rung: Readonly<Record<RungId, string>>;
  readonly headings: {
    readonly verdicts: string;
    readonly diagnosis: string;
    readonly topology: string;
    readonly payload: string;
    readonly goodput: string;
    readonly sequence: string;
    readonly subflows: string;
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
    readonly link: string;
    readonly ends: string;
    readonly subnets: string;
    readonly shaping: string;
    readonly state: string;
    readonly toServer: string;
    readonly toClient: string;
    readonly subflow: string;
    readonly rtt: string;
    readonly data: string;
    readonly mean: string;
    readonly again: string;
  };
  readonly subflowState: Readonly<Record<SubflowState, string>>;
  readonly backup: string;
  readonly charts: {
    readonly sum: string;
    readonly limit: string;
    readonly time: string;
    readonly offset: string;
    readonly goodputNote: string;
    readonly sequenceNote: string;
    readonly way: Readonly<Record<Transfer['way'], string>>;
    readonly coverage: (bytes: string, way: string, missing: string | null) => string;
    readonly leftOut: (subflows: number) => string;
    readonly noTransfer: string;
  };
  /** Above a table that tells what a picture shows. */
  readonly asTable: string;
  readonly link: {
    readonly busy: string;
    readonly idle: string;
    readonly spare: string;
    readonly unmeasured: string;
    readonly stray: (address: string) => string;
    readonly idleNote: (links: string) => string;
    readonly legend: string;
  };
  readonly goodputOf: (goodput: string, sum: string | null, percent: string | null) => string;
  /** What a rung measured, and why it did not pass. */
  readonly because: (measured: string, reason: string) => string;
  readonly mend: string;
  readonly kernel: string;
  readonly degraded: string;
  readonly role: { readonly host: string; readonly router: string };
  readonly tooLarge: (interfaces: number) => string;
}
