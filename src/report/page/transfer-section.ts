import { goodputChart } from '../charts/goodput-chart.js';
import { goodputLegend, sequenceLegend } from '../charts/legend.js';
import { sequenceChart } from '../charts/sequence-chart.js';
import { markup, type Markup } from '../../quote/markup.js';
import {
  coverageText,
  describeTransfer,
  goodputHead,
  goodputRows,
  subflowHead,
  subflowRows,
} from '../transfer/rows.js';
import type { Transfer } from '../transfer/transfer.js';
import type { RunPart } from './run-part.js';
import { figures, folded, scrolling } from './tables.js';

/** How the connection's data went: the subflows, goodput and data sequence over time. */
export function transferSection(part: RunPart): Markup {
  const { run, words } = part;
  const { headings, charts } = words;
  const { transfer } = run;
  if (transfer === null) {
    return markup`<h3>${headings.subflows}</h3>
<p>${charts.noTransfer}</p>`;
  }
  const rest = transfer.subflowsLeftOut;
  return markup`<h3>${headings.subflows}</h3>
<p class="quiet">${coverageText(transfer, words)}</p>
${figures(subflowHead(words), subflowRows(transfer, words), headings.subflows)}${rest > 0 ? markup`<p class="quiet">${charts.leftOut(rest)}</p>` : null}
${transfer.slots.durationMs > 0 ? chartsOf(part, transfer) : null}`;
}

function chartsOf({ run, words, index }: RunPart, transfer: Transfer): Markup {
  const { headings, charts, asTable } = words;
  const limit = run.verdict.figures.summedRateMbit;
  const description = describeTransfer(transfer, words);
  const goodput = { id: `goodput-${index}`, title: headings.goodput, description };
  const sequence = { id: `sequence-${index}`, title: headings.sequence, description };
  return markup`<h3>${headings.goodput}</h3>
<figure>${goodputLegend(transfer, limit !== null, words)}${scrolling(goodputChart(transfer, limit, goodput, words), headings.goodput)}<figcaption>${charts.goodputNote}</figcaption></figure>
${folded(asTable, figures(goodputHead(transfer, words), goodputRows(transfer), headings.goodput))}
<h3>${headings.sequence}</h3>
<figure>${sequenceLegend(transfer)}${scrolling(sequenceChart(transfer, sequence, words), headings.sequence)}<figcaption>${charts.sequenceNote}</figcaption></figure>`;
}
