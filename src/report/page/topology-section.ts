import { markup, type Markup } from '../../quote/markup.js';
import { linkHead, linkRows } from '../topology/link-rows.js';
import { pictureOf } from '../topology/links.js';
import { topologyFigure } from '../topology/topology-svg.js';
import type { RunPart } from './run-part.js';
import { figures, folded, scrolling } from './tables.js';

/** Above it a picture is no longer legible. */
const mostDrawnInterfaces = 100;

/** The lab as a picture and as a table, with what each link carried. */
export function topologySection({ plan, run, words }: RunPart): Markup {
  const picture = pictureOf(plan, run);
  const label = words.headings.topology;
  const idle = picture.links.filter(({ traffic }) => traffic?.state === 'idle');
  const names = idle.map(({ segment }) => segment.name).join(', ');
  const note = idle.length > 0 ? words.link.idleNote(names) : null;
  const interfaces = plan.nodes.reduce((sum, node) => sum + node.interfaces.length, 0);
  const drawn =
    interfaces > mostDrawnInterfaces
      ? markup`<p>${words.tooLarge(interfaces)}</p>`
      : markup`<figure>${scrolling(topologyFigure(picture, words, note ?? label), label)}<figcaption>${words.link.legend}</figcaption></figure>`;
  return markup`${note === null ? null : markup`<p class="alarm">${note}</p>`}${drawn}
${folded(words.asTable, figures(linkHead(words), linkRows(picture, words), label))}`;
}
