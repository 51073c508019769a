import type { Rung } from '../../model/verdict.js';
import { markup, type Markup } from '../../quote/markup.js';
import type { ToldReport, ReportRun, RunWithoutEvidence } from '../report-input.js';
import { withoutEvidenceText } from '../rows.js';
import { en } from '../words/en.js';

/** JUnit XML: an experiment is a suite, a rung a case; what proves nothing is an error. */
export function junitReport({ plan, runs, withoutEvidence }: ToldReport): string {
  const suites = markup`<testsuites name="${plan.name}">${runs.map(suite)}${withoutEvidence.map(emptySuite)}
</testsuites>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${suites.text}\n`;
}

function suite({ verdict: { experiment, rungs } }: ReportRun): Markup {
  const count = (status: Rung['status']) => rungs.filter((rung) => rung.status === status).length;
  return markup`
  <testsuite name="${experiment}" tests="${rungs.length}" failures="${count('fail')}" errors="${count('inconclusive')}" skipped="0">${rungs.map((rung) => testCase(experiment, rung))}
  </testsuite>`;
}

/** What never ran is skipped, evidence beyond reading an error. */
function emptySuite(it: RunWithoutEvidence): Markup {
  const isSkipped = it.why === 'never-run';
  const message = withoutEvidenceText(it, en);
  const element = isSkipped
    ? markup`<skipped message="${message}"/>`
    : markup`<error message="${message}"/>`;
  return markup`
  <testsuite name="${it.experiment}" tests="1" failures="0" errors="${isSkipped ? 0 : 1}" skipped="${isSkipped ? 1 : 0}">
    <testcase classname="${it.experiment}" name="evidence">
      ${element}
    </testcase>
  </testsuite>`;
}

function testCase(experiment: string, rung: Rung): Markup {
  const head = markup`
    <testcase classname="${experiment}" name="${rung.id}"`;
  if (rung.status === 'pass') return markup`${head}/>`;
  const element = rung.status === 'fail' ? 'failure' : 'error';
  const text = `expected: ${rung.expected}\nmeasured: ${rung.measured}`;
  return markup`${head}>
      <${element} message="${rung.reason}">${text}</${element}>
    </testcase>`;
}
