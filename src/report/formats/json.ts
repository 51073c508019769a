import type { Plan } from '../../model/plan.js';
import { pictureOf, type LinkEnd } from '../topology/links.js';
import type { ToldReport, ReportRun } from '../report-input.js';

/** Verdicts with their evidence, for programs. */
export function jsonReport({ plan, runs, withoutEvidence }: ToldReport): string {
  const lab = { lab: plan.name, provider: plan.provider };
  const withLinks = runs.map((run) => ({ ...run, links: linksOf(plan, run) }));
  const document = { schemaVersion: 1, ...lab, runs: withLinks, withoutEvidence };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The picture without its drawing: what each link carried. */
function linksOf(plan: Plan, run: ReportRun) {
  const end = ({ name, nic }: LinkEnd) => ({ name, device: nic?.device ?? null });
  return pictureOf(plan, run).links.map(({ segment, from, to, traffic, strays }) => ({
    ...{ segment: segment.name, from: end(from), to: end(to) },
    ...{ traffic, strays },
  }));
}
