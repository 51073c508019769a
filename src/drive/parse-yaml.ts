import { LineCounter, parseDocument } from 'yaml';
import { LabError, type Problem } from '../errors.js';

const next = 'Correct the file there.';

/** @throws LabError `topology-unreadable` with the line and column of every error */
export function parseYaml(file: string, text: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const problems = document.errors.map((error): Problem => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return { where: `${file}:${line}:${col}`, message: `is not YAML: ${error.message}`, next };
  });
  if (problems.length > 0) throw new LabError('topology-unreadable', problems);
  try {
    return document.toJS();
  } catch (error) {
    // Aliases that blow up exponentially, or point nowhere.
    const message = `is not YAML: ${(error as Error).message}`;
    throw new LabError('topology-unreadable', [{ where: file, message, next }]);
  }
}
