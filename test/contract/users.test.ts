import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/drive/exec.js';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { cliPath } from '../helpers/cli.js';
import { asOrdinaryUser, giveToOrdinaryUser, ordinaryUser } from '../helpers/ordinary-user.js';
import { bundleProgram } from '../helpers/run-program.js';
import { tempDir } from '../helpers/temp-dir.js';

const wholeLife = await bundleProgram(new URL('programs/whole-life.ts', import.meta.url));

/** No user namespaces, and nothing that root might do without them. */
const refusingWithout =
  'echo 0 >/proc/sys/user/max_user_namespaces; exec setpriv --bounding-set=-all --inh-caps=-all "$@"';

describe('a lab of namespaces', () => {
  test("runs beside the same lab of another user, and outlives that one's", async () => {
    const [dir, other] = [await tempDir(), await tempDir()];
    await giveToOrdinaryUser(other);
    await using running = await buildLab(mptcpLab(), { provider: 'netns' }).up({ dir });
    const argv = asOrdinaryUser(process.execPath, wholeLife, join(other, 'lab'));
    const { stdout } = await run(argv, { timeoutMs: 60_000 });
    expect(JSON.parse(stdout)).toMatchObject({ user: ordinaryUser, ping: 0 });
    await running.node('client').exec(['ping', '-c1', '-W5', 'server']);
  });

  test('is brought up by root where user namespaces are refused', async () => {
    const dir = await tempDir();
    // The limit is that of the user namespace it is set in: this one's, not the host's.
    const refusing =
      'echo 0 >/proc/sys/user/max_user_namespaces; unshare --user true 2>/dev/null && exit 9; exec "$@"';
    const { stdout } = await run(
      [
        ...(['unshare', '--user', '--map-root-user', 'sh', '-c', refusing, 'sh'] as const),
        ...[process.execPath, wholeLife, join(dir, 'lab')],
      ],
      { timeoutMs: 60_000 },
    );
    expect(JSON.parse(stdout)).toEqual({ user: 0, ping: 0, rootless: false });
  });

  test('is what doctor tells an ordinary user to allow where user namespaces are refused', async () => {
    const { exitCode, stdout } = await run(
      [
        ...(['unshare', '--user', '--map-root-user', 'sh', '-c', refusingWithout, 'sh'] as const),
        ...[process.execPath, cliPath, 'doctor', '--provider', 'netns', '--json'],
      ],
      { check: false, timeoutMs: 60_000 },
    );
    const { providers } = JSON.parse(stdout) as {
      providers: { canRun: boolean; findings: { where: string; next: string }[] }[];
    };
    expect({ exitCode, canRun: providers[0]!.canRun }).toEqual({ exitCode: 3, canRun: false });
    expect(providers[0]!.findings[0]).toMatchObject({
      where: 'user.max_user_namespaces',
      next: expect.stringContaining('sudo sysctl user.max_user_namespaces=') as string,
    });
  });
});
