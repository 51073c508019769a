import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressOn } from '../../../src/cli/progress.js';
import { printable, terminalOf } from '../../../src/cli/terminal.js';

/** Streams that remember, on a terminal or not. */
function screen(isTTY: boolean, env: NodeJS.ProcessEnv = {}) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') =>
    Object.assign(
      new Writable({
        write: (chunk: Buffer, _, done) => {
          written[name] += chunk.toString();
          done();
        },
      }),
      { isTTY, columns: 20 },
    );
  const terminal = terminalOf({ stdout: stream('stdout'), stderr: stream('stderr') }, env);
  return { terminal, written };
}

const step = { type: 'step', step: 'links', detail: 'a veth for each of them' } as const;

describe('progress', () => {
  it('rewrites one line on a terminal, cut to its width', () => {
    const { terminal, written } = screen(true);
    progressOn(terminal)(step);
    expect(written).toEqual({ stdout: '', stderr: '\r\u001B[Klinks: a veth for e' });
  });

  it.each([
    ['in a pipe', false, {}],
    ['on a dumb terminal', true, { TERM: 'dumb' }],
  ])('is a plain line for each step %s', (_, isTTY, env) => {
    const { terminal, written } = screen(isTTY, env);
    progressOn(terminal)(step);
    expect(written).toEqual({ stdout: '', stderr: 'links: a veth for each of them\n' });
  });

  it('shows a warning with its next step and without control characters', () => {
    const { terminal, written } = screen(false);
    progressOn(terminal)({ type: 'warning', code: 'x', message: 'no \u001B[2Jnetem', next: 'Go.' });
    expect(written.stderr).toBe('warning: no \\x1b[2Jnetem\n  -> Go.\n');
  });
});

describe('colours', () => {
  it('are shown on a terminal', () => {
    expect(screen(true).terminal.paint('red', 'no')).toBe('\u001B[31mno\u001B[39m');
  });

  it.each([
    ['in a pipe', false, {}],
    ['with NO_COLOR', true, { NO_COLOR: '1' }],
    ['on a dumb terminal', true, { TERM: 'dumb' }],
  ])('are not shown %s', (_, isTTY, env) => {
    expect(screen(isTTY, env).terminal.paint('red', 'no')).toBe('no');
  });
});

describe('results', () => {
  const hostile = '\u001B[31mred\u001B[39m \u001B[2J\u009B8m';

  it('keep our colours on a terminal and no other control character', () => {
    const { terminal, written } = screen(true);
    terminal.out(hostile);
    expect(written.stdout).toBe('\u001B[31mred\u001B[39m \\x1b[2J\\x9b8m');
  });

  it('hold no control character elsewhere', () => {
    const { terminal, written } = screen(false);
    terminal.out(hostile);
    expect(written.stdout).toBe('\\x1b[31mred\\x1b[39m \\x1b[2J\\x9b8m');
  });

  it('are the same value in JSON, without a control character', () => {
    const { terminal, written } = screen(true);
    terminal.json({ said: hostile });
    expect(JSON.parse(written.stdout)).toEqual({ said: hostile });
    // eslint-disable-next-line no-control-regex -- the control characters are what it is about
    expect(written.stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  });
});

describe('text for a terminal', () => {
  it('keeps lines and letters and shows what would steer the terminal', () => {
    expect(printable('ä\tb\nc\r\u0007\u009B')).toBe('ä\tb\nc\\x0d\\x07\\x9b');
  });
});
