import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabHandle, NodeHandle } from '../../src/drive/driver.js';
import { labFor, type Lab } from '../../src/lab.js';
import type { LabEvent } from '../../src/model/event.js';
import type { Verdict } from '../../src/model/verdict.js';
import { enterKeptRig, rigDebian } from '../helpers/rig.js';
import { forcingLab, kernels, runs, type Run } from './forcing-lab.js';

// Two images and two guests by software emulation; images that are there already stay.
const patient = { timeout: 120 * 60_000 };

const results = fileURLToPath(
  new URL(`../../docs/measured/forcing-debian-${rigDebian}.json`, import.meta.url),
);
const nodes = kernels[rigDebian];
/** SystemTap alone keeps a log. */
const tellers = nodes.filter(({ method }) => method === 'systemtap');
/** A node of each. */
const images = nodes.filter(({ image }, at) => nodes.findIndex((it) => it.image === image) === at);
const source = fileURLToPath(new URL('../e2e/programs/carry.c', import.meta.url));

let dir: string;
let lab: Lab;
let up: LabHandle;
const measured: Record<string, unknown> = {};
const outcomes: object[] = [];

beforeAll(() => {
  enterKeptRig('forcing');
  process.env['SUBFLOW_BOX'] = process.env['SUBFLOW_RIG_BOX'];
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'forcing-')));
  lab = labFor(forcingLab(rigDebian), 'virtualbox');
}, 600_000);

afterAll(async () => {
  await lab.destroy({ dir: join(dir, 'lab') });
  rmSync(dir, { recursive: true });
}, 600_000);

describe('forcing by the kernel, on real guests', () => {
  it.each(images)('is prepared in an image, $image', patient, async (it) => {
    const started = performance.now();
    await lab.write(join(dir, 'lab'));
    // What `subflow image build` runs, for one node's image.
    execFileSync('vagrant', ['provision', it.node], { cwd: join(dir, 'lab'), stdio: 'inherit' });
    measured[`${it.image}.secondsToBuildImage`] = Math.round((performance.now() - started) / 1000);
  });

  it('boots clones of both', patient, async () => {
    const started = performance.now();
    const onEvent = (event: LabEvent) => {
      if (event.type !== 'step') return;
      const seconds = Math.round((performance.now() - started) / 1000);
      console.info(`${seconds} s ${event.step}: ${event.detail.trimEnd()}`);
    };
    up = await lab.up({ dir: join(dir, 'lab'), allow: plainTcp, onEvent });
    measured['secondsToBoot'] = Math.round((performance.now() - started) / 1000);
    for (const { node, method } of nodes) {
      measured[`${node}.kernel`] = `${await said(up.node(node), 'uname -r')}, ${method}`;
    }
  });

  it('takes programs of our own, one of them statically linked', patient, async () => {
    for (const [name, flags] of [
      ['carry', []],
      ['carry-static', ['-static']],
    ] as const) {
      const file = join(dir, name);
      execFileSync('cc', [...flags, '-o', file, source]);
      for (const { node } of nodes) await copy(file, up.node(node));
    }
  });

  it.each(runs)('$name: $because', patient, async (run) => {
    for (const { node, method } of nodes) {
      const word = run.on.includes(node) ? 'start' : 'stop';
      await up.node(node).exec(['systemctl', word, `subflow-${method}.service`]);
    }
    const [verdict] = await lab.verify({ dir: join(dir, 'lab'), experiments: [run.experiment] });
    const outcome = outcomeOf(run, verdict!);
    outcomes.push(outcome);
    console.info(JSON.stringify(outcome));
    expect(outcome).toMatchObject(run.expects);
  });

  it.each(tellers)('tells which programs it turned, on the $node', async ({ node }) => {
    const log = await said(up.node(node), 'journalctl --no-pager -o cat -u subflow-systemtap');
    for (const program of ['ncat', 'iperf', 'carry-static']) {
      expect(log).toContain(`command ${program} mptcpified`);
    }
  });

  it('is on again after a reboot', patient, async () => {
    for (const { node } of nodes) {
      execFileSync('vagrant', ['reload', node], { cwd: join(dir, 'lab') });
    }
    up = await lab.attach({ dir: join(dir, 'lab') });
    for (const { node, method } of nodes) {
      measured[`${node}.millisecondsToLoadAtBoot`] = await startedInMs(up.node(node), method);
    }
    const [verdict] = await lab.verify({ dir: join(dir, 'lab'), experiments: ['ncat'] });
    expect(verdict).toMatchObject({ status: 'pass' });
  });

  it('is written down when all of it was seen', async ({ task }) => {
    const others = task.suite!.tasks.filter((other) => other !== task);
    expect(others.map(({ result }) => result?.state)).toEqual(others.map(() => 'pass'));
    expect(outcomes).toHaveLength(runs.length);
    await writeFile(results, `${JSON.stringify({ measured, runs: outcomes }, null, 2)}\n`);
  });
});

/** Programs that speak plain TCP are what some of the runs are about. */
const plainTcp = ['experiment/plain-tcp-client', 'experiment/plain-tcp-server'];

function outcomeOf({ name, experiment, on }: Run, { status, rungs, figures }: Verdict) {
  const rung = rungs.find(({ id }) => id === 'mp-capable');
  return {
    name,
    experiment,
    on,
    packets: rung?.status === 'pass' ? 'mptcp' : 'tcp',
    handshake: rung?.measured.replace(/0x[0-9a-f]+/, '0x...'),
    verdict: status,
    payloadBytes: figures.payloadBytes,
  };
}

async function said(node: NodeHandle, script: string): Promise<string> {
  return (await node.exec(['sh', '-c', script])).stdout.trim();
}

async function copy(file: string, node: NodeHandle): Promise<void> {
  const path = `/usr/local/bin/${file.split('/').at(-1)!}`;
  const process = node.spawn(['sh', '-c', `cat >${path} && chmod 755 ${path}`], { stdin: 'pipe' });
  process.stdin!.end(readFileSync(file));
  expect(await process.exited).toMatchObject({ exitCode: 0 });
}

async function startedInMs(node: NodeHandle, method: string): Promise<number> {
  const show = `systemctl show subflow-${method}.service -P`;
  const at = async (property: string) => Number(await said(node, `${show} ${property}`));
  const [from, to] = [
    await at('InactiveExitTimestampMonotonic'),
    await at('ActiveEnterTimestampMonotonic'),
  ];
  return Math.round((to - from) / 1000);
}
