import type { Emit, LabEvent } from '../model/event.js';
import { rateLines, ratesInOneLine } from './show-rates.js';
import { printable, type Terminal } from './terminal.js';

/** Tells of the work on stderr: lines that rewrite themselves on a terminal, a line each elsewhere. */
export function progressOn(terminal: Terminal): Emit {
  return (event) => {
    if (event.type === 'warning') {
      const text = printable(`${event.message}\n  -> ${event.next}`);
      terminal.note(`${terminal.paint('yellow', 'warning:', 'stderr')} ${text}`);
    } else if (terminal.isLive && event.type === 'path-rates') {
      terminal.live(`${event.experiment}: running`, ...rateLines(event.rates));
    } else if (terminal.isLive) terminal.live(lineOf(event));
    else terminal.note(printable(lineOf(event)));
  };
}

function lineOf(event: Exclude<LabEvent, { type: 'warning' }>): string {
  switch (event.type) {
    case 'step':
      return `${event.step}: ${event.detail}`;
    case 'experiment-started':
      return `${event.experiment}: running`;
    case 'path-rates':
      return `${event.experiment}: ${ratesInOneLine(event.rates)}`;
    case 'verdict':
      return `${event.verdict.experiment}: ${event.verdict.status}`;
  }
}
