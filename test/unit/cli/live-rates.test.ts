import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressOn } from '../../../src/cli/progress.js';
import { terminalOf } from '../../../src/cli/terminal.js';

/** A terminal of 60 columns, or a pipe, that shows what a person would see in the end. */
function screen(isTTY: boolean) {
  let written = '';
  const stderr = Object.assign(
    new Writable({
      write: (chunk: Buffer, _, done) => {
        written += chunk.toString();
        done();
      },
    }),
    { isTTY, columns: 60 },
  );
  const terminal = terminalOf({ stdout: stderr, stderr }, {});
  return { terminal, emit: progressOn(terminal), shown: () => shown(written) };
}

/** Plays carriage returns, cursor up, and erasing to the end of the line or of the screen. */
function shown(written: string): string[] {
  const lines = [''];
  let row = 0;
  // eslint-disable-next-line no-control-regex -- escape sequences are what it is about
  for (const part of written.split(/(\r|\n|\u001B\[\d*[AKJ])/)) {
    // eslint-disable-next-line no-control-regex -- the same
    const up = /\u001B\[(\d+)A/.exec(part)?.[1];
    if (part === '\n') lines[(row += 1)] ??= '';
    else if (up !== undefined) row -= Number(up);
    else if (part.endsWith('[K')) lines[row] = '';
    else if (part.endsWith('[J')) lines.splice(row, lines.length, '');
    else if (part !== '\r') lines[row] = (lines[row] ?? '') + part;
  }
  return lines;
}

const rates = (first: number, second: number) =>
  ({
    type: 'path-rates',
    experiment: 'multi-subflow',
    rates: [
      { device: 'enp0s3', txMbit: first, rxMbit: 0.4, shapedMbit: 50 },
      { device: 'enp0s10', txMbit: second, rxMbit: 0.4, shapedMbit: null },
    ],
  }) as const;

describe('the rates of an experiment that runs', () => {
  it('are a line for each path on a terminal, drawn over the ones before', () => {
    const { emit, shown } = screen(true);
    emit({ type: 'experiment-started', experiment: 'multi-subflow', seconds: 5 });
    emit(rates(3, 4));
    emit(rates(25, 0));
    expect(shown()).toEqual([
      'multi-subflow: running',
      '  enp0s3  ##########..........    25.0 of 50 Mbit/s',
      '  enp0s10 ....................     0.0 Mbit/s',
    ]);
  });

  it('are gone once something else is told', () => {
    const { emit, shown } = screen(true);
    emit(rates(25, 0));
    emit({ type: 'warning', code: 'x', message: 'no netem', next: 'Go.' });
    expect(shown()[0]).toContain('no netem');
    expect(shown().join()).not.toContain('enp0s3');
  });

  it('are gone before the results', () => {
    const { emit, shown, terminal } = screen(true);
    emit(rates(25, 0));
    terminal.live('');
    expect(shown()).toEqual(['']);
  });

  it('are one plain line elsewhere', () => {
    const { emit, shown } = screen(false);
    emit(rates(25, 0));
    expect(shown()).toEqual(['multi-subflow: enp0s3 25.0 Mbit/s, enp0s10 0.0 Mbit/s', '']);
  });
});
