import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** What each layer may import besides itself. A new layer or a new arrow is a decision: record it. */
const layers = layersIn(readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8'));

function layersIn(guide: string): Readonly<Record<string, readonly string[]>> {
  const rows = [...guide.matchAll(/^\| `([^`]+)` +\|[^|]*\|([^|]*)\|$/gm)];
  const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
  return Object.fromEntries(rows.map(([, layer, allowed]) => [layer!, named(allowed!)]));
}

/** Packages and Node modules that only these files may import. */
const reserved: Readonly<Record<string, RegExp>> = {
  execa: /^drive\/(exec|kill-group)\.ts$/,
  commander: /^cli\//,
  jiti: /^drive\/load-topology\.ts$/,
  'node:child_process': /^(?!)/,
  'node:fs/promises': /^(drive|cli)\//,
  'node:fs': /^(drive|cli)\/|^render\/template\.ts$/,
  ejs: /^render\/template\.ts$/,
  'node:process': /^(drive|cli)\//,
  'node:net': /^drive\//,
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const layerOf = (file: string) => file.split('/')[0] ?? file;

const specifier = /(?:\bfrom\s|\bimport\s|\bimport\()\s*'([^']+)'/g;

function importsIn(file: string, text: string): Import[] {
  const specifiers = [...text.matchAll(specifier)].map(([, name]) => name!);
  return specifiers.map((name) => ({
    file,
    target: name.startsWith('.')
      ? relative(src, join(src, dirname(file), name)).replace(/\.js$/, '.ts')
      : name,
  }));
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('generated/'),
);
const imports = files.flatMap((file) => importsIn(file, readFileSync(join(src, file), 'utf8')));

describe('the layers', () => {
  it('are seen in every form of import', () => {
    const forms = ["import './a.js';", "import { b } from './b.js';", "await import('./c.js')"];
    expect(importsIn('plan/x.ts', forms.join('\n')).map(({ target }) => target)).toEqual([
      'plan/a.ts',
      'plan/b.ts',
      'plan/c.ts',
    ]);
  });

  it('are the ones in the table of CONTRIBUTING.md', () => {
    expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(layers).sort());
  });

  it('import only what the table allows', () => {
    const inside = imports.filter(({ target }) => /\.(ts|json)$/.test(target));
    const forbidden = inside.filter(({ file, target }) => {
      const [from, to] = [layerOf(file), layerOf(target)];
      return from !== to && !layers[from]?.includes(to);
    });
    expect(forbidden, 'move the shared part into src/model, or pass it in as a value').toEqual([]);
  });

  it('leave effects and reserved packages to the files that own them', () => {
    const forbidden = imports.filter(
      ({ file, target }) => reserved[target] && !reserved[target].test(file),
    );
    expect(forbidden, 'go through the file that owns the package').toEqual([]);
  });
});
