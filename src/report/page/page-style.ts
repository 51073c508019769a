import { colours } from '../palette.js';
import { drawingStyle } from '../topology/style.js';

/** The page's only style: light or dark as the reader has it, light on paper. */
export const pageStyle = `
:root{${colours('light')};color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${colours('dark')}}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:24px 20px 64px;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK JP",sans-serif;overflow-wrap:break-word}
h1{font-size:1.7rem;line-height:1.25;margin:0}
h2{font-size:1.35rem;margin:2.2em 0 .4em}
h3{font-size:1.05rem;margin:1.8em 0 .5em}
p{margin:.3em 0}
a{color:var(--focus)}
.quiet,figcaption{color:var(--quiet);font-size:.92em}
.skip{position:absolute;left:-99em}
.skip:focus{left:20px;background:var(--ground);padding:4px 8px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.badge{display:inline-block;border-radius:999px;padding:.05em .7em;font-size:.85rem;font-weight:650;white-space:nowrap;border:1px solid}
.badge.pass{color:var(--good);background:var(--good-ground)}
.badge.fail{color:var(--bad);background:var(--bad-ground)}
.badge.inconclusive{color:var(--unsure);background:var(--unsure-ground)}
.verdicts{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:minmax(0,1fr);gap:10px}
.verdicts li{border:1px solid var(--line);border-left:6px solid var(--good);border-radius:8px;padding:10px 14px;background:var(--raised)}
.verdicts li.fail{border-left-color:var(--bad)}
.verdicts li.inconclusive{border-left-color:var(--unsure)}
.verdicts li.none{border-left-color:var(--line)}
.run{border-top:1px solid var(--line);margin-top:2.2em}
.figure{font-weight:650}
.alarm{color:var(--bad);font-weight:650}
.causes>li{margin-bottom:1em}
figure{margin:0}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--ground)}
figure .scroll{padding:8px}
figure .scroll>svg{display:block;margin:auto;max-width:100%;min-width:680px;height:auto}
figure .scroll>svg.chart{width:100%}
.legend{list-style:none;padding:0;margin:0 0 8px;display:flex;flex-wrap:wrap;gap:4px 22px;font-size:.9rem}
.legend svg{vertical-align:middle;margin-right:4px}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:7px 12px;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}
tr:last-child>*{border-bottom:0}
thead th{background:var(--raised);font-weight:600;white-space:nowrap}
tbody th{font-weight:500;word-break:keep-all}
.figures :is(th,td){white-space:nowrap;padding-inline:10px}
code,pre{font:.88em/1.5 ui-monospace,"DejaVu Sans Mono",Menlo,monospace}
pre{background:var(--raised);border:1px solid var(--line);border-radius:8px;padding:12px;overflow-x:auto}
details{margin-top:1.2em}
summary{cursor:pointer;font-weight:600}
@media print{body{max-width:none;padding:0;font-size:11pt}.scroll,pre{overflow:visible}figure .scroll>svg{min-width:0}.figures :is(th,td){white-space:normal;padding-inline:6px;font-size:.82rem}td code,code{overflow-wrap:anywhere}figure,tr,.verdicts li{break-inside:avoid}h2,h3{break-after:avoid}.skip{display:none}details::details-content{content-visibility:visible;block-size:auto}}
${drawingStyle}
`.trim();
