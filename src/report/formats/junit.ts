import type { Rung } from '../../model/verdict.js';
import { markup, type Markup } from '../../quote/markup.js';
import type { ReportInput, ReportRun } from '../report-input.js';

/** JUnit XML: an experiment is a suite, a rung a case; what proves nothing is an error. */
export function junitReport({ plan, runs }: ReportInput): string {
  const suites = markup`<testsuites name="${plan.name}">${runs.map(suite)}
</testsuites>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${suites.text}\n`;
}

function suite({ verdict: { experiment, rungs } }: ReportRun): Markup {
  const count = (status: Rung['status']) => rungs.filter((rung) => rung.status === status).length;
  return markup`
  <testsuite name="${experiment}" tests="${rungs.length}" failures="${count('fail')}" errors="${count('inconclusive')}">${rungs.map((rung) => testCase(experiment, rung))}
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
