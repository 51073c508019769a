import type { Plan } from '../../model/plan.js';
import type { VerdictStatus } from '../../model/verdict.js';
import { markup, type Markup } from '../../quote/markup.js';
import type { ReportRun } from '../report-input.js';
import { goodputText, mendText, payloadRows, reproduceLines, settingRows } from '../rows.js';
import { pictureOf } from '../topology/links.js';
import { topologyFigure } from '../topology/topology-svg.js';
import type { Words } from '../words/words.js';

export interface RunPart {
  readonly plan: Plan;
  readonly run: ReportRun;
  readonly index: number;
  readonly words: Words;
}

const marks: Readonly<Record<VerdictStatus, string>> = { pass: '✓', fail: '✗', inconclusive: '?' };

/** A status by mark, word and colour. */
export function badge(status: VerdictStatus, words: Words): Markup {
  return markup`<span class="badge ${status}"><span aria-hidden="true">${marks[status]} </span>${words.status[status]}</span>`;
}

/** All there is to see of one experiment. */
export function runSection(part: RunPart): Markup {
  const { run, index, words } = part;
  const goodput = goodputText(run, words);
  return markup`<section class="run" id="run-${index}" aria-labelledby="run-${index}-title">
<h2 id="run-${index}-title">${run.verdict.experiment} ${badge(run.verdict.status, words)}</h2>
<p lang="en">${run.verdict.reason}</p>${
    goodput === null
      ? null
      : markup`
<p class="figure">${goodput}</p>`
  }
${diagnosis(part)}
<h3>${words.headings.topology}</h3>
${topology(part)}
<h3>${words.headings.payload}</h3>
${table([words.columns.leavesBy, words.columns.payload, words.columns.share], payloadRows(run), words.headings.payload)}
<h3>${words.headings.ladder}</h3>
${ladder(part)}
<h3>${words.headings.reproduce}</h3>
<pre tabindex="0">${reproduceLines(run).join('\n')}</pre>
<details><summary>${words.headings.environment}</summary>
${table([words.columns.setting, words.columns.value], settingRows(run, words), words.headings.environment)}
</details>
<details><summary>${words.headings.files}</summary>
${table([words.columns.file, 'SHA-256'], Object.entries(run.evidence.files), words.headings.files)}
</details>
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
<p lang="en">${cause}</p><p>${words.mend}</p><ul>${mend.map((it) => markup`<li><code>${mendText(it)}</code></li>`)}</ul></li>`,
  )}</ol>`;
}

/** Above it a picture is no longer legible. */
const mostDrawnInterfaces = 100;

function topology({ plan, run, words }: RunPart): Markup {
  const interfaces = plan.nodes.reduce((sum, node) => sum + node.interfaces.length, 0);
  if (interfaces > mostDrawnInterfaces) return markup`<p>${words.tooLarge(interfaces)}</p>`;
  const picture = pictureOf(plan, run);
  const idle = picture.links.filter(({ traffic }) => traffic?.state === 'idle');
  const note =
    idle.length > 0
      ? words.link.idleNote(idle.map(({ segment }) => segment.name).join(', '))
      : null;
  const label = words.headings.topology;
  return markup`<figure>${note === null ? null : markup`<p class="alarm">${note}</p>`}<div class="scroll" tabindex="0" role="group" aria-label="${label}">${topologyFigure(picture, words, note ?? label)}</div><figcaption>${words.link.legend}</figcaption></figure>`;
}

function ladder({ run, words }: RunPart): Markup {
  const { columns, headings } = words;
  const rows = run.verdict.rungs.map(
    ({ id, status, measured, expected, reason }) =>
      markup`<tr class="${status}"><th scope="row">${words.rung[id]}<br><code>${id}</code></th><td>${badge(status, words)}</td><td lang="en">${measured}<p class="quiet">${reason}</p></td><td lang="en">${expected}</td></tr>`,
  );
  const head = [columns.rung, columns.verdict, columns.measured, columns.expected];
  return scrolling(markup`<table>${headRow(head)}<tbody>${rows}</tbody></table>`, headings.ladder);
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  label: string,
): Markup {
  const body = rows.map(
    ([first = '', ...cells]) =>
      markup`<tr><th scope="row">${first}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
  );
  return scrolling(markup`<table>${headRow(head)}<tbody>${body}</tbody></table>`, label);
}

function headRow(names: readonly string[]): Markup {
  return markup`<thead><tr>${names.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>`;
}

/** Wide content scrolls by itself, by keyboard too. */
function scrolling(content: Markup, label: string): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}">${content}</div>`;
}
