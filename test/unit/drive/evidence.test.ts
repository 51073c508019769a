import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshEvidenceDir } from '../../../src/drive/evidence.js';
import { tempDir } from '../../helpers/temp-dir.js';

/** A directory of somebody's with a file in it. */
async function victim(name: string): Promise<string> {
  const dir = await tempDir();
  await mkdir(join(dir, name));
  await writeFile(join(dir, name, 'precious'), 'mine');
  return dir;
}

describe('the evidence directory of an experiment', () => {
  it("is made anew, an earlier run's files gone", async () => {
    const lab = await tempDir();
    const dir = await freshEvidenceDir(lab, 'multi');
    await writeFile(join(dir, 'old.pcap'), '');
    expect(await freshEvidenceDir(lab, 'multi')).toBe(dir);
    expect(await readdir(dir)).toEqual([]);
  });

  it.each(['evidence', 'evidence/multi'])(
    'is refused where %s is a symbolic link, and nothing is removed',
    async (link) => {
      const [lab, elsewhere] = [await tempDir(), await victim('multi')];
      await mkdir(join(lab, link, '..'), { recursive: true });
      await symlink(link === 'evidence' ? elsewhere : join(elsewhere, 'multi'), join(lab, link));
      await expect(freshEvidenceDir(lab, 'multi')).rejects.toMatchObject({
        code: 'foreign-file',
        message: expect.stringContaining(`${join(lab, link)}: is a symbolic link`) as string,
      });
      expect(await readdir(join(elsewhere, 'multi'))).toEqual(['precious']);
    },
  );
});
