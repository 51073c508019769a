import type { ReportInput } from '../report-input.js';

/** Verdicts with their evidence, for programs. */
export function jsonReport({ plan, runs }: ReportInput): string {
  const document = { schemaVersion: 1, lab: plan.name, provider: plan.provider, runs };
  return `${JSON.stringify(document, null, 2)}\n`;
}
