import { extname } from 'node:path';
import { isNode, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Change } from '../model/finding.js';
import { replaceFile } from './replace-file.js';
import { readText } from './read-text.js';

/** A topology file of data: places in it can be found, and changed. JSON is YAML to the parser. */
export interface TopologyFile {
  /** The line, counted from 1, of the place a JSON pointer leads to. */
  lineOf(pointer: string): number;
  /** Makes the changes in the file; comments, empty lines and order stay as they were written. */
  change(changes: readonly Change[]): Promise<void>;
}

/** Opens a `.json`, `.yaml` or `.yml`; null for a program, which only its author can change. */
export async function openTopologyFile(file: string): Promise<TopologyFile | null> {
  const extension = extname(file).toLowerCase();
  if (!['.json', '.yaml', '.yml'].includes(extension)) return null;
  const lines = new LineCounter();
  const text = await readText(file);
  const document = parseDocument(text, { lineCounter: lines });
  return {
    lineOf: (pointer) => lines.linePos(offsetOf(document, keysOf(pointer))).line,
    change: async (changes) => {
      for (const change of changes) apply(document, change);
      const isJson = extension === '.json';
      const indent = /^[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
      const changed = isJson
        ? `${JSON.stringify(document.toJS(), null, indent)}\n`
        : document.toString({ lineWidth: 100 });
      await replaceFile(file, changed);
    },
  };
}

function apply(document: Document, change: Change): void {
  const keys = keysOf(change.path);
  if (change.op === 'remove') {
    document.deleteIn(keys);
    return;
  }
  const node = document.createNode(change.value);
  const [list, index] = [document.getIn(keys.slice(0, -1)), keys.at(-1)];
  // In a list `add` takes nobody's place: what is there and behind moves on.
  if (change.op === 'add' && isSeq(list)) {
    list.items.splice(index === '-' ? list.items.length : Number(index), 0, node);
  } else {
    document.setIn(keys, withCommentsOf(document.getIn(keys, true), node));
  }
}

/** What was written beside a value stays when the value goes. */
function withCommentsOf(before: unknown, node: Node): Node {
  if (isNode(before)) {
    node.comment = before.comment ?? null;
    node.commentBefore = before.commentBefore ?? null;
  }
  return node;
}

function keysOf(pointer: string): (string | number)[] {
  const keys = pointer
    .split('/')
    .slice(1)
    .filter((key) => key !== '');
  return keys
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Where the value starts; that of what is around it where there is no such place. */
function offsetOf(document: Document, keys: readonly (string | number)[]): number {
  for (let count = keys.length; count > 0; count -= 1) {
    const node = document.getIn(keys.slice(0, count), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
