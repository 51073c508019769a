import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/verdict.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { resultOf, startCli, type CliResult } from '../helpers/cli.js';
import { enterKeptRig } from '../helpers/rig.js';
import { bootedAtLast, timed, type Timings } from '../helpers/rig-lab.js';

// A box, an image and three guests by software emulation; a box and an image that are there stay.
const patient = { timeout: 120 * 60_000 };
const results = fileURLToPath(new URL('../../docs/measured/debian-13.json', import.meta.url));

describe('the original experiment on Debian 13', () => {
  let home: string;
  let dir = '';
  const timings: Timings = {};
  const measured: Record<string, unknown> = {};

  const subflow = (...args: string[]) => resultOf(startCli(home, args));
  const said = async (script: string) => {
    const command = ['exec', 'client', '--dir', dir, '--', 'sh', '-c', script];
    return succeeded(await subflow(...command)).stdout.trim();
  };

  beforeAll(async () => {
    enterKeptRig('debian-13', 13);
    process.env['SUBFLOW_BOX'] = process.env['SUBFLOW_RIG_BOX'];
    home = realpathSync(mkdtempSync(join(tmpdir(), 'debian-13-')));
    dir = join(home, 'lab');
    writeFileSync(join(home, 'lab.json'), JSON.stringify({ ...mptcpLab(), image: 'debian-13' }));
    const provider = ['--provider', 'virtualbox'];
    succeeded(await subflow('generate', 'lab.json', ...provider, '--out', dir));
  }, 1_200_000);

  afterAll(async () => {
    if (dir === '') return;
    await subflow('destroy', '--dir', dir);
    rmSync(home, { recursive: true, force: true });
  }, 600_000);

  it('has its image', patient, async () => {
    const build = ['image', 'build', 'debian-13', '--json'];
    const { stdout } = await bootedAtLast('image', async () => succeeded(await subflow(...build)));
    const said = JSON.parse(stdout) as { images: { built: boolean }[]; seconds: number };
    measured['secondsToBuildImage'] = said.images[0]?.built === true ? said.seconds : null;
    expect(said).toMatchObject({
      images: [{ id: expect.stringContaining('debian-13') as string }],
    });
  });

  it('boots, and passes', patient, async () => {
    await timed(timings, 'up', () =>
      bootedAtLast('up', async () => succeeded(await subflow('up', '--dir', dir))),
    );
    const verdicts = await timed(timings, 'verify', () =>
      subflow('verify', '--dir', dir, '--json'),
    );
    measured['verdicts'] = statusesOf(succeeded(verdicts));
    expect(measured['verdicts']).toEqual(['pass', 'pass']);
  });

  it('is written down with what it ran on', patient, async () => {
    measured['system'] = await said('. /etc/os-release && echo "$PRETTY_NAME"');
    measured['kernel'] = await said('uname -r');
    expect(measured).toMatchObject({
      verdicts: ['pass', 'pass'],
      system: 'Debian GNU/Linux 13 (trixie)',
    });
    mkdirSync(dirname(results), { recursive: true });
    writeFileSync(results, `${JSON.stringify({ ...measured, seconds: timings }, null, 2)}\n`);
  });
});

function statusesOf({ stdout }: CliResult): string[] {
  return (JSON.parse(stdout) as { verdicts: Verdict[] }).verdicts.map(({ status }) => status);
}

function succeeded(result: CliResult): CliResult {
  expect(result.exitCode, result.stderr + result.stdout).toBe(0);
  return result;
}
