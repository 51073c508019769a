import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const committed = join(root, 'src/model/generated');
const fresh = mkdtempSync(join(tmpdir(), 'subflow-model-'));

afterAll(() => rmSync(fresh, { recursive: true }));

describe('what is generated from the schema', () => {
  it('is what `npm run generate:model` makes of it now', { timeout: 60_000 }, () => {
    execFileSync(process.execPath, [join(root, 'scripts/generate-model.mjs'), fresh], {
      cwd: root,
    });
    const page = 'topology.md';
    expect(readdirSync(fresh).toSorted()).toEqual([...readdirSync(committed), page].toSorted());
    for (const file of readdirSync(fresh)) {
      const dir = file === page ? join(root, 'docs') : committed;
      expect(readFileSync(join(dir, file), 'utf8'), file).toBe(
        readFileSync(join(fresh, file), 'utf8'),
      );
    }
  });
});
