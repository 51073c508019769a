import { Markup, markup } from '../../quote/markup.js';
import type { ToldReport } from '../report-input.js';
import type { Words } from '../words/words.js';
import { pageStyle } from './page-style.js';
import { withoutEvidenceText } from '../rows.js';
import { runSection } from './run-section.js';
import { badge } from './verdict.js';

/** One self-contained page: it loads nothing, and its policy lets it load nothing. */
export function htmlReport(input: ToldReport, words: Words): string {
  const { plan, runs } = input;
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const page = markup`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${words.title(plan.name)}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#verdicts">${words.skipToVerdicts}</a>
<header><h1>${words.title(plan.name)}</h1><p class="quiet">${words.provider}: ${plan.provider}</p></header>
<main>
<section id="verdicts" aria-labelledby="verdicts-title"><h2 id="verdicts-title">${words.headings.verdicts}</h2>
${runs.length === 0 ? markup`<p>${words.noRuns}</p>` : null}${verdictList(input, words)}
</section>
${runs.map((run, index) => runSection({ plan, run, index, words }))}
</main>
</body>
</html>
`;
  return page.text;
}

function verdictList({ runs, withoutEvidence }: ToldReport, words: Words): Markup {
  return markup`<ul class="verdicts">${runs.map(
    ({ verdict }, index) =>
      markup`<li class="${verdict.status}">${badge(verdict.status, words)} <a href="#run-${index}">${verdict.experiment}</a><p>${verdict.reason}</p></li>`,
  )}${withoutEvidence.map(
    (it) => markup`<li class="none">${it.experiment}: ${withoutEvidenceText(it, words)}</li>`,
  )}</ul>`;
}
