import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeHandle } from '../../src/drive/driver.js';
import { run } from '../../src/drive/exec.js';
import { forced } from '../../src/drive/experiment/forced.js';
import { buildLab } from '../../src/build-lab.js';
import type { ForcingMethod, TopologyInput } from '../../src/model/generated/topology.js';
import type { Verdict } from '../../src/model/verdict.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';

const source = fileURLToPath(new URL('programs/carry.c', import.meta.url));
let dir: string;
const program = (name: string) => join(dir, name);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'subflow-forcing-'));
  await run(['cc', '-o', program('dynamic'), source]);
  await run(['cc', '-static', '-o', program('static'), source]);
});

afterAll(() => rm(dir, { recursive: true, force: true }));

/** One subflow carried by our own program on both ends. */
function carriedBy(name: string, method: ForcingMethod, option: 'mptcp' | 'tcp'): TopologyInput {
  const argument = option === 'mptcp' ? ['mptcp'] : [];
  return {
    ...mptcpLab(),
    forcing: { client: method, server: method },
    experiments: [
      {
        kind: 'single-subflow',
        client: 'client',
        server: 'server',
        programs: {
          client: [program(name), 'connect', '{address}', '{port}', ...argument],
          server: [program(name), 'listen', '{port}', ...argument],
        },
      },
    ],
  };
}

/** Programs that speak plain TCP are what some of these labs are about. */
const plainTcp = ['experiment/plain-tcp-client', 'experiment/plain-tcp-server'];

async function verdictOf(topology: TopologyInput): Promise<Verdict> {
  const lab = buildLab(topology, { provider: 'netns' });
  const at = join(dir, 'lab');
  try {
    await lab.up({ dir: at, allow: plainTcp });
    const [verdict] = await lab.verify({ dir: at });
    return verdict!;
  } finally {
    await lab.destroy({ dir: at });
  }
}

const rung = ({ rungs }: Verdict, id: string) => rungs.find((it) => it.id === id)?.status;

describe('a program of the user', () => {
  it.each([
    { method: 'none', name: 'dynamic', option: 'tcp' },
    // What LD_PRELOAD cannot reach: nothing is loaded dynamically.
    { method: 'mptcpize', name: 'static', option: 'tcp' },
    { method: 'native', name: 'dynamic', option: 'tcp' },
  ] as const)('is TCP in the packets: $name, forced by $method', async (it) => {
    const verdict = await verdictOf(carriedBy(it.name, it.method, it.option));
    expect(rung(verdict, 'programs')).toBe('pass');
    expect(rung(verdict, 'mp-capable')).toBe('fail');
    expect(verdict.status).toBe('fail');
  });

  it.each([
    { method: 'mptcpize', name: 'dynamic', option: 'tcp' },
    { method: 'native', name: 'dynamic', option: 'mptcp' },
    { method: 'native', name: 'static', option: 'mptcp' },
  ] as const)('is MPTCP in the packets: $name, forced by $method', async (it) => {
    const verdict = await verdictOf(carriedBy(it.name, it.method, it.option));
    expect(verdict.rungs.filter(({ status }) => status !== 'pass')).toEqual([]);
  });
});

/** esbuild, which is at hand: a statically linked Go program that listens, of a Go before 1.24's defaults. */
const goProgram = createRequire(import.meta.url).resolve(
  `@esbuild/${process.platform}-${process.arch}/bin/esbuild`,
);

describe('a Go program', () => {
  const port = 4321;

  /** What a client that speaks MPTCP finds: the kind of listener, and what came of one request. */
  async function served(method: ForcingMethod) {
    const at = join(dir, `go-${method}`);
    const lab = buildLab({ ...mptcpLab(), experiments: [] }, { provider: 'netns' });
    await using running = await lab.up({ dir: at });
    const [client, server] = [running.node('client'), running.node('server')];
    const argv = [goProgram, `--serve=0.0.0.0:${port}`, `--servedir=${dir}`] as const;
    const process = server.spawn(forced(method, [...argv]), { stdin: 'open' });
    try {
      const { stdout: address } = await server.exec(['hostname', '-I']);
      const listeners = (family: '--tcp' | '--mptcp') =>
        server.exec(['ss', '-Hln', family, `sport = :${port}`]).then(({ stdout }) => stdout.trim());
      await expect.poll(() => listeners('--tcp'), { timeout: 20_000 }).not.toBe('');
      const before = await accepted(client);
      const url = `http://${address.trim().split(' ')[0]!}:${port}/`;
      await client.exec(forced('mptcpize', ['curl', '-fsS', '-o', '/dev/null', url]));
      return {
        listens: (await listeners('--mptcp')) !== '',
        grown: (await accepted(client)) - before,
      };
    } finally {
      process.kill('SIGKILL');
      await process.exited;
    }
  }

  /** SYN/ACKs with MP_CAPABLE that came back, as the client's kernel counted them. */
  async function accepted(client: NodeHandle): Promise<number> {
    const { stdout } = await client.exec(['nstat', '--ignore', '--noupdate', '--zeros', '--json']);
    const { kernel } = JSON.parse(stdout) as { kernel: Record<string, number> };
    return kernel['MPTcpExtMPCapableSYNACKRX']!;
  }

  it.each(['none', 'mptcpize'] as const)('is TCP under %s', async (method) => {
    expect(await served(method)).toEqual({ listens: false, grown: 0 });
  });

  it('is MPTCP under go', async () => {
    expect(await served('go')).toEqual({ listens: true, grown: 1 });
  });
});
