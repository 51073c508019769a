import { markup, type Markup } from '../../quote/markup.js';
import { goodputText, mendText, payloadRows, reproduceLines, settingRows } from '../rows.js';
import type { RunPart } from './run-part.js';
import { badge } from './verdict.js';
import { figures, folded, headRow, scrolling, table } from './tables.js';
import { topologySection } from './topology-section.js';
import { transferSection } from './transfer-section.js';

/** All there is to see of one experiment. */
export function runSection(part: RunPart): Markup {
  const { run, index, words } = part;
  const goodput = goodputText(run, words);
  return markup`<section class="run" id="run-${index}" aria-labelledby="run-${index}-title">
<h2 id="run-${index}-title">${run.verdict.experiment} ${badge(run.verdict.status, words)}</h2>
<p>${run.verdict.reason}</p>${
    goodput === null
      ? null
      : markup`
<p class="figure">${goodput}</p>`
  }
${diagnosis(part)}
<h3>${words.headings.topology}</h3>
${topologySection(part)}
<h3>${words.headings.payload}</h3>
${figures([words.columns.leavesBy, words.columns.payload, words.columns.share], payloadRows(run), words.headings.payload)}
${transferSection(part)}
<h3>${words.headings.ladder}</h3>
${ladder(part)}
<h3>${words.headings.reproduce}</h3>
<pre tabindex="0">${reproduceLines(run).join('\n')}</pre>
${folded(words.headings.environment, table([words.columns.setting, words.columns.value], settingRows(run, words), words.headings.environment))}
${folded(words.headings.files, table([words.columns.file, 'SHA-256'], Object.entries(run.evidence.files), words.headings.files))}
</section>
`;
}

function diagnosis({ run, words }: RunPart): Markup | null {
  const causes = run.verdict.diagnosis;
  if (causes.length === 0) return null;
  return markup`<h3>${words.headings.diagnosis}</h3>
<ol class="causes">${causes.map(
    ({
      id,
      certainty,
      cause,
      mend,
    }) => markup`<li><strong>${words.cause[id]}</strong> <span class="quiet">(${words.certainty[certainty]})</span>
<p>${cause}</p><p>${words.mend}</p><ul>${mend.map((it) => markup`<li><code>${mendText(it)}</code></li>`)}</ul></li>`,
  )}</ol>`;
}

function ladder({ run, words }: RunPart): Markup {
  const { columns, headings } = words;
  const rows = run.verdict.rungs.map(
    ({ id, status, measured, expected, reason }) =>
      markup`<tr class="${status}"><th scope="row">${words.rung[id]}<br><code>${id}</code></th><td>${badge(status, words)}</td><td>${measured}<p class="quiet">${reason}</p></td><td>${expected}</td></tr>`,
  );
  const head = [columns.rung, columns.verdict, columns.measured, columns.expected];
  return scrolling(markup`<table>${headRow(head)}<tbody>${rows}</tbody></table>`, headings.ladder);
}
