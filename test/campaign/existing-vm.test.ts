import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SshInput } from '../../src/model/generated/topology.js';
import { resultOf, startCli } from '../helpers/cli.js';
import { enterOwnRig, rigDebian, type OwnRig } from '../helpers/rig.js';
import {
  golden,
  machines,
  passes,
  recreatedAtLast,
  succeeded,
  timed,
  verdictsOf,
  type Timings,
} from '../helpers/rig-lab.js';
import { labAround, makeUsersVm } from '../helpers/users-vm.js';

// An image and five boots by software emulation.
const patient = { timeout: 60 * 60_000 };
const results = fileURLToPath(new URL('../../docs/measured/existing-vm.json', import.meta.url));

const image = `debian-${rigDebian}`;
const timings: Timings = {};

let rig: OwnRig;
let home: string;
let dir: string;
let ssh: SshInput;

const subflow = (...args: string[]) => resultOf(startCli(home, args));

beforeAll(async () => {
  rig = enterOwnRig();
  process.env['SUBFLOW_BOX'] = process.env['SUBFLOW_RIG_BOX'];
  home = realpathSync(mkdtempSync(join(tmpdir(), 'rig-existing-')));
  dir = join(home, 'lab');
  ssh = await makeUsersVm(join(home, 'mine'));
}, 1_800_000);

afterAll(() => {
  rig.clean();
  rmSync(home, { recursive: true });
}, 600_000);

describe("the original experiment through a router that is the user's VM", () => {
  it('passes both experiments', patient, async () => {
    writeFileSync(join(home, 'lab.json'), JSON.stringify(labAround(ssh, { image })));
    const where = ['--provider', 'virtualbox', '--dir', dir];
    const result = await timed(timings, 'subflow recreate, image built', () =>
      recreatedAtLast(() => subflow('recreate', 'lab.json', ...where, '--json')),
    );
    expect(verdictsOf(succeeded(result))).toEqual(passes);
    expect(machines('runningvms')).toHaveLength(3);
  });

  it('takes commands on the router too', patient, async () => {
    const shown = await subflow(
      'exec',
      'router',
      '--dir',
      dir,
      '--',
      'sysctl',
      'net.ipv4.ip_forward',
    );
    expect(succeeded(shown).stdout).toBe('net.ipv4.ip_forward = 1\n');
  });

  it('leaves nothing but the VM and the image', patient, async () => {
    succeeded(await subflow('destroy', '--dir', dir));
    const [edge, ...others] = machines().filter((line) => !golden().includes(line));
    expect(edge).toMatch(/^"edge" /);
    expect(others).toEqual([]);
  });

  it('is written down when all of it was seen', ({ task }) => {
    const others = task.suite!.tasks.filter((other) => other !== task);
    expect(others.map(({ result }) => result?.state)).toEqual(others.map(() => 'pass'));
    writeFileSync(results, `${JSON.stringify({ image, seconds: timings }, null, 2)}\n`);
  });
});
