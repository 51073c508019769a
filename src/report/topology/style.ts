import { pathStyles } from '../palette.js';

const pathRules = pathStyles
  .map(({ dash }, index) => {
    const dashed = dash === '' ? '' : `;stroke-dasharray:${dash}`;
    return `.path-${index}{stroke:var(--path-${index});color:var(--path-${index})}.curve.path-${index}{fill:none${dashed}}`;
  })
  .join('');

/** Rules of everything drawn, by the colours of palette.ts. */
export const drawingStyle = `
svg.drawing{font:12px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK JP",sans-serif;color:var(--ink)}
.drawing text{fill:var(--ink)}
.drawing text.strong{font-weight:650}
.drawing text.quiet{fill:var(--quiet)}
.drawing text.alarm{fill:var(--bad);font-weight:700;letter-spacing:.06em}
.drawing .port-text{font:11px ui-monospace,"DejaVu Sans Mono",Menlo,monospace}
.drawing .link path{fill:none;stroke-linecap:round}
.drawing .link.shared,.drawing .link.unmeasured{stroke:var(--cable)}
${pathRules}
.drawing .link.idle,.drawing .link.spare{stroke:var(--cable);stroke-dasharray:3 6}
.drawing .vertex rect{fill:var(--raised);stroke:var(--cable);stroke-width:1.5}
.drawing .card rect{fill:var(--ground);stroke:var(--line)}
.drawing .card.idle rect{fill:var(--bad-ground);stroke:var(--bad);stroke-width:1.5}
.drawing .port{fill:var(--ground);stroke:var(--cable);stroke-width:1.5}
.drawing .grid{stroke:var(--line);opacity:.7}
.drawing .axis text{fill:var(--quiet);font-variant-numeric:tabular-nums}
.drawing .curve{stroke-width:2;stroke-linejoin:round}
.drawing .sum{stroke:var(--ink);stroke-width:3.5;opacity:.75;stroke-linejoin:round;fill:none}
.drawing .under{fill:var(--ink);opacity:.07}
.drawing .dots{fill:currentColor;stroke:none}
.drawing .limit{stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:2 4;fill:none}
`.trim();
