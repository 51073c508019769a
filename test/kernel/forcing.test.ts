import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labFor } from '../../src/lab.js';
import { forcingLab } from '../campaign/forcing-lab.js';

/** What both ends' SYNs say of a run, and how long loading took. */
interface Told {
  readonly kernel: string;
  readonly loadedMs: number;
  /** How long a hundred small programs took to start, in the guest and on this machine. */
  readonly hundredProgramsMs: { readonly guest: number; readonly host: number };
  readonly runs: Readonly<Record<string, Protocol>>;
}

type Protocol = 'tcp' | 'mptcp' | 'one end only' | 'none';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const results = file('../../docs/measured/forcing.json');
const methods = [
  { method: 'systemtap', image: 'debian-12', suite: 'bookworm' },
  { method: 'bpf', image: 'debian-12-backports', suite: 'bookworm-backports' },
] as const;

// Two images by their own scripts, compilers and all, and two kernels by software emulation.
const patient = 20 * 60_000;
const measured: Record<string, Told> = {};

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'subflow-forcing-'));
  await labFor(forcingLab(12), 'virtualbox').write(join(dir, 'lab'));
  mkdirSync(join(dir, 'programs'));
  for (const [name, flags] of [
    ['carry', []],
    ['carry-static', ['-static']],
  ] as const) {
    execFileSync('cc', [
      ...flags,
      '-o',
      join(dir, 'programs', name),
      file('../e2e/programs/carry.c'),
    ]);
  }
}, patient);
afterAll(async () => {
  await rm(dir, { recursive: true });
}, patient);

describe.each(methods)("forcing by $method, on Debian's kernel of $suite", (row) => {
  const { method } = row;
  let told: Told;
  beforeAll(async () => {
    told = await play(row);
    measured[method] = told;
  }, patient);

  it('turns ncat, iperf and a statically linked program, all of which are TCP without it', () => {
    for (const program of ['ncat', 'iperf', 'static']) {
      expect(told.runs[`without ${program}`], program).toBe('tcp');
      expect(told.runs[`${method} ${program}`], program).toBe('mptcp');
    }
  });

  it('reaches what mptcpize does not: a statically linked program', () => {
    expect(told.runs['mptcpize ncat']).toBe('mptcp');
    expect(told.runs['mptcpize static']).toBe('tcp');
  });

  it('is over when its unit is stopped', () => {
    expect(told.runs['after ncat']).toBe('tcp');
  });
});

it('is written down, both methods of it', () => {
  expect(Object.keys(measured)).toEqual(methods.map(({ method }) => method));
  writeFileSync(results, `${JSON.stringify(measured, null, 2)}\n`);
});

async function play({ method, image, suite }: (typeof methods)[number]): Promise<Told> {
  const [root, out] = [join(dir, method), join(dir, `${method}.out`)];
  const env = { ...process.env, SUBFLOW_KERNEL: suite, SUBFLOW_KERNEL_OUT: out };
  const on = (...argv: string[]) => said(file('run'), argv, env);
  mkdirSync(out);
  await on('cp', '/proc/kallsyms', '/run/outside/out/');
  const kallsyms = join(out, 'kallsyms');
  await said(file('image-root'), [root, join(dir, 'lab/images', image), kallsyms], process.env);
  return parse(await on(file('forcing.sh'), method, root, join(dir, 'programs')));
}

async function said(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return (await promisify(execFile)(program, args, { env, maxBuffer: 1 << 26 })).stdout;
}

/** `run NAME` is followed by the SYN and the SYN/ACK as tcpdump tells them. */
function parse(text: string): Told {
  const runs = text.split(/^run /m).slice(1);
  return {
    kernel: /^kernel (\S+)/m.exec(text)?.[1] ?? '',
    loadedMs: Number(/^loaded (\d+)/m.exec(text)?.[1]),
    hundredProgramsMs: {
      guest: Number(/^hundred (\d+)/m.exec(text)?.[1]),
      host: hundredProgramsMs(),
    },
    runs: Object.fromEntries(
      runs.map((run) => {
        const [name = '', syn = '', synAck = ''] = run.split(/\r?\n/);
        return [name, protocolOf(syn, synAck)];
      }),
    ),
  };
}

/** What forcing.sh measures in the guest. */
function hundredProgramsMs(): number {
  const started = performance.now();
  execFileSync('sh', ['-c', 'for each in $(seq 100); do /bin/true; done']);
  return Math.round(performance.now() - started);
}

function protocolOf(syn: string, synAck: string): Protocol {
  if (!syn.includes('Flags [S]') || !synAck.includes('Flags [S.]')) return 'none';
  const speaks = [syn, synAck].map((it) => it.includes('capable v1'));
  return speaks[0] === speaks[1] ? (speaks[0] ? 'mptcp' : 'tcp') : 'one end only';
}
