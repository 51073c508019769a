import { LabError } from '../errors.js';

/** @throws LabError `topology-unreadable`, with line and column where V8 tells the position */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new LabError('topology-unreadable', [
      {
        where: file + placeIn(text, message),
        message: `is not JSON: ${message.replace(/ in JSON at position.*/s, '')}`,
        next: 'Correct the file there.',
      },
    ]);
  }
}

function placeIn(text: string, message: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const lines = text.slice(0, Number(position)).split('\n');
  return `:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
