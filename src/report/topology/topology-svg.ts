import { markup, Markup } from '../../quote/markup.js';
import type { Plan } from '../../model/plan.js';
import { colours } from '../palette.js';
import { en } from '../words/en.js';
import type { Words } from '../words/words.js';
import { drawPicture } from './draw.js';
import { placePicture } from './layout.js';
import { pictureOf, type Picture } from './links.js';
import { drawingStyle } from './style.js';

/** A lab as a file of its own: follows the viewer's light or dark scheme. */
export function topologySvg(plan: Plan): string {
  const placed = placePicture(pictureOf(plan, null), en);
  const style = new Markup(
    `svg{${colours('light')};background:var(--ground)}@media(prefers-color-scheme:dark){svg{${colours('dark')}}}${drawingStyle}`,
  );
  const { width, height } = placed;
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" aria-label="Lab ${plan.name}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${style}</style>${drawPicture(placed)}</svg>`
      .text
  }\n`;
}

/** The same within a page, which has the style. */
export function topologyFigure(picture: Picture, words: Words, description: string): Markup {
  const placed = placePicture(picture, words);
  const { width, height } = placed;
  return markup`<svg class="drawing" role="img" aria-label="${description}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawPicture(placed)}</svg>`;
}
