import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../src/render/template.js';

const folder = fileURLToPath(new URL('../../../vagrant-templates', import.meta.url));
const templates = (await readdir(folder, { recursive: true })).filter((path) =>
  path.endsWith('.ejs'),
);
const image = {
  box: { name: 'a "box"', version: '#{1}', file: null, sha256: null },
  boxLink: 'own.box',
  diskGb: null,
  uploads: [],
  steps: [],
  packages: ['one', 'two; reboot', "it's"],
};

describe('templates', () => {
  it('write data as literals of the language their name says', () => {
    expect(fillTemplate('virtualbox/image/Vagrantfile.rb.ejs', image)).toContain(
      String.raw`config.vm.box = "a \"box\""`,
    );
    expect(fillTemplate('virtualbox/image/packages.sh.ejs', image)).toContain(
      String.raw`for package in one 'two; reboot' 'it'\''s'; do`,
    );
  });

  it('refuse to be filled while a value is missing', () => {
    const nameless = { ...image, box: { ...image.box, name: undefined } };
    expect(() => fillTemplate('virtualbox/image/Vagrantfile.rb.ejs', nameless)).toThrow(
      /Vagrantfile\.rb\.ejs wants text or a number, got undefined/,
    );
  });

  it.each(templates)('%s lets no data past the escape function', async (path) => {
    expect(await readFile(`${folder}/${path}`, 'utf8')).not.toContain('<%-');
  });
});
