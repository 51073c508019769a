import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTool } from '../helpers/run-tool.js';
import { labs, writeLab } from './labs.js';
import { seedDir, seeds } from './seeds.js';

const root = mkdtempSync(join(tmpdir(), 'subflow seeds '));
for (const lab of labs) writeLab(join(root, lab.name), lab);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a seed ISO', () => {
  it.each(seeds)('of %s holds exactly the files beside it', (_, seed) => {
    const dir = seedDir(root, seed);
    const out = join(dir, 'read back');
    runTool(['xorriso', '-osirrox', 'on', '-indev', 'seed.iso', '-extract', '/', out], {
      cwd: dir,
    });
    expect(readdirSync(out).sort()).toEqual(['meta-data', 'network-config', 'user-data']);
    for (const file of readdirSync(out)) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(dir, file))), file).toBe(true);
    }
  });

  it('is found by the label cloud-init asks blkid for', () => {
    const iso = join(root, 'original', 'nodes', 'client', 'seed.iso');
    expect(runTool(['blkid', '-p', '-o', 'value', '-s', 'LABEL', iso]).toString()).toBe('cidata\n');
  });
});
