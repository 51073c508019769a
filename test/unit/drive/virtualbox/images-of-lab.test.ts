import { chmod, mkdir, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../../src/cli/call.js';
import { destroy } from '../../../../src/cli/verbs/destroy.js';
import { imagesAmong } from '../../../../src/drive/virtualbox/images-of-lab.js';
import { buildLab } from '../../../../src/build-lab.js';
import { mptcpLab } from '../../../../src/presets/mptcp-lab.js';
import { writeFiles } from '../../../helpers/cli.js';
import { tempDir } from '../../../helpers/temp-dir.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const imageOf = (id: string, ...machines: string[]) => ({
  id,
  clones: machines.map((machine) => ({ machine, labDir: null })),
});

/** As this subflow writes it, and as another one did, whose templates had another hash. */
function vagrantfile(id?: string): string {
  const { artifacts } = buildLab(mptcpLab(), { provider: 'virtualbox' });
  const { content } = artifacts.find(({ path }) => path === 'Vagrantfile')!;
  return id === undefined ? String(content) : String(content).replace(/debian-13-\w{12}/, id);
}

const todays = () => /debian-13-\w{12}/.exec(vagrantfile())![0];
const old = 'debian-13-0123456789ab';

describe("a lab's images", () => {
  it('are those its machines are clones of, whatever its files say', () => {
    const images = [imageOf('one', 'lab-0a1b2c3d-client'), imageOf('two', 'lab-4e5f6a7b-client')];
    expect(imagesAmong(images, ['lab-0a1b2c3d-client', 'lab-0a1b2c3d-server'], '')).toEqual([
      'one',
    ]);
  });

  it('are those its Vagrantfile names, where its machines are gone', () => {
    vi.stubEnv('SUBFLOW_BOX', undefined);
    expect(imagesAmong([imageOf(old), imageOf(todays())], [], vagrantfile())).toEqual([todays()]);
  });

  it('are another box, where the environment names one', () => {
    vi.stubEnv('SUBFLOW_BOX', 'mine');
    expect(imagesAmong([imageOf(todays())], [], vagrantfile())).toEqual([]);
  });
});

describe('destroy --image', () => {
  /** A host with images of then and of today, whose VirtualBox has no machine any more. */
  async function host(lab: Readonly<Record<string, string>>) {
    const dir = await tempDir();
    const silent = '#!/bin/sh\n';
    await writeFiles(dir, { 'bin/VBoxManage': silent, 'bin/vagrant': silent });
    for (const name of ['VBoxManage', 'vagrant']) await chmod(join(dir, 'bin', name), 0o755);
    for (const id of [old, todays()]) {
      await mkdir(join(dir, 'home/subflow', id), { recursive: true });
      await writeFiles(join(dir, 'home/subflow', id), { Vagrantfile: '' });
    }
    await writeFiles(join(dir, 'lab'), lab);
    vi.stubEnv('PATH', `${join(dir, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`);
    vi.stubEnv('VAGRANT_HOME', join(dir, 'home'));
    vi.stubEnv('SUBFLOW_BOX', undefined);
    return { dir: join(dir, 'lab'), images: () => readdir(join(dir, 'home/subflow')) };
  }

  /** As Vagrant does while another one has the machine. */
  async function refuseToDestroy(dir: string, id: string): Promise<void> {
    const refusal = 'but another process is already executing an action on the machine.';
    const refuses = `case $PWD in */${id}) echo '${refusal}' >&2; exit 1 ;; esac`;
    await writeFiles(dir, { 'bin/vagrant': `#!/bin/sh\n${refuses}\n` });
  }

  const destroyed = async (dir: string) =>
    destroy({
      ...{ args: [], options: { dir, image: true } },
      ...{ signal: new AbortController().signal, emit: () => undefined },
    } as unknown as Call);

  const planFor = (provider: 'virtualbox' | 'netns') =>
    JSON.stringify(buildLab(mptcpLab(), { provider }).plan);

  it('removes the image that the lab was made with, though today another would be', async () => {
    const { dir, images } = await host({
      'lab.json': planFor('virtualbox'),
      Vagrantfile: vagrantfile(old),
    });
    expect((await destroyed(dir)).document).toMatchObject({ images: [old] });
    expect(await images()).toEqual([todays()]);
  });

  it('goes on where one is needed, and tells of it', async () => {
    const { dir, images } = await host({
      'lab.json': planFor('virtualbox'),
      Vagrantfile: vagrantfile(old) + vagrantfile(),
    });
    await refuseToDestroy(join(dir, '..'), old);
    const { exitCode, text, document } = await destroyed(dir);
    expect(document).toMatchObject({ images: [todays()], problems: [{ where: old }] });
    expect(exitCode).toBe(3);
    expect(text).toContain(`${old}: another process is building it`);
    expect(await images()).toEqual([old]);
  });

  it('removes none with a lab of namespaces', async () => {
    const { dir, images } = await host({ 'lab.json': planFor('netns') });
    expect((await destroyed(dir)).document).toMatchObject({ images: [] });
    expect(await images()).toHaveLength(2);
  });
});
