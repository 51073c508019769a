import type { WriteStream } from 'node:tty';
import { LiveLines } from './live-lines.js';

type Colour = 'red' | 'green' | 'yellow' | 'bold';

const codes: Readonly<Record<Colour, readonly [on: number, off: number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  bold: [1, 22],
};

/** Where a process writes to. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY'>>;
  readonly stderr: NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;
}

/** Results go to stdout, all talk to stderr. */
export interface Terminal {
  /** Text for people: nothing in it steers their terminal but our own colours. */
  out(text: string): void;
  /** A document for programs, as JSON. */
  json(document: unknown): void;
  note(text: string): void;
  /** Rewrites the live lines on stderr; an empty one clears them. Nothing where `isLive` is false. */
  live(...lines: readonly string[]): void;
  readonly isLive: boolean;
  /** Colours text where stdout, or stderr, shows colours. */
  paint(colour: Colour, text: string, stream?: 'stdout' | 'stderr'): string;
}

/** Respects NO_COLOR (no-color.org) and TERM=dumb. */
export function terminalOf(streams: Streams, env: NodeJS.ProcessEnv): Terminal {
  const isDumb = env['TERM'] === 'dumb';
  const isColoured = (stream: 'stdout' | 'stderr') =>
    streams[stream].isTTY === true && !isDumb && !env['NO_COLOR'];
  const isLive = streams.stderr.isTTY === true && !isDumb;
  const live = new LiveLines();
  const clear = () => (isLive ? live.clear() : '');
  return {
    isLive,
    out: (text) =>
      void streams.stdout.write(isColoured('stdout') ? printableButColours(text) : printable(text)),
    json: (document) => void streams.stdout.write(asJson(document)),
    note: (text) => void streams.stderr.write(`${clear()}${text}\n`),
    live: (...lines) => {
      if (!isLive) return;
      const width = (streams.stderr.columns ?? 80) - 1;
      streams.stderr.write(live.draw(lines.map((line) => oneLine(line, width))));
    },
    paint: (colour, text, stream = 'stdout') => {
      const [on, off] = codes[colour];
      return isColoured(stream) ? `\u001B[${on}m${text}\u001B[${off}m` : text;
    },
  };
}

function oneLine(text: string, width: number): string {
  return printable(text.replace(/[\t\r\n]+/g, ' ')).slice(0, width);
}

const ourColours = new RegExp(
  `(\\u001B\\[(?:${[...new Set(Object.values(codes).flat())].join('|')})m)`,
);

function printableButColours(text: string): string {
  // Every other part is one of the colours.
  const parts = text.split(ourColours);
  return parts.map((part, index) => (index % 2 === 0 ? printable(part) : part)).join('');
}

/** JSON itself escapes all control characters but these. */
function asJson(document: unknown): string {
  const escaped = (char: string) => `\\u00${char.charCodeAt(0).toString(16)}`;
  return JSON.stringify(document, null, 2).replace(/[\u007F-\u009F]/g, escaped) + '\n';
}

/** Text that cannot steer a terminal: control characters but line ends and tabs become visible. */
export function printable(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- the control characters are what it is about
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g,
    (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
