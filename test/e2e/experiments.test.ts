import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabHandle } from '../../src/drive/driver.js';
import { loadEvidence } from '../../src/drive/evidence.js';
import { buildLab } from '../../src/build-lab.js';
import type { LabEvent } from '../../src/model/event.js';
import type { Verdict } from '../../src/model/verdict.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { judge } from '../../src/verify/judge.js';
import { tempDir } from '../helpers/temp-dir.js';

const lab = buildLab(mptcpLab(), { provider: 'netns' });
let dir: string;
let handle: LabHandle;
let verdicts: readonly Verdict[];
const events: LabEvent[] = [];

const verdictOf = (kind: Verdict['kind']) => verdicts.find((verdict) => verdict.kind === kind)!;
const onClient = async (...argv: [string, ...string[]]) =>
  (await handle.node('client').exec(argv)).stdout;

describe('a path far below a megabit', () => {
  it('is given the time its bytes take', { timeout: 240_000 }, async () => {
    const slow = mptcpLab({ rateMbit: [0.05, 1] });
    const ends = { client: 'client', server: 'server' };
    const lab = buildLab(
      { ...slow, experiments: [{ kind: 'single-subflow', ...ends }] },
      { provider: 'netns' },
    );
    const dir = await tempDir();
    await using running = await lab.up({ dir });
    const [verdict] = await lab.verify({ dir: running.dir });
    expect(verdict).toMatchObject({ status: 'pass' });
  });
});

describe('the original experiments on the real kernel', () => {
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'subflow-experiments-'));
    handle = await lab.up({ dir });
    verdicts = await lab.verify({ dir, onEvent: (event) => void events.push(event) });
  });

  afterAll(async () => {
    await lab.destroy({ dir });
    await rm(dir, { recursive: true, force: true });
  });

  it('show one subflow where nothing is configured', () => {
    const verdict = verdictOf('single-subflow');
    expect(verdict).toMatchObject({ status: 'pass', figures: { payloadBytes: { enp0s8: 0 } } });
    expect(verdict.rungs.map(({ id }) => id)).toEqual([
      ...['programs', 'captures', 'mp-capable', 'dss', 'mp-join', 'data-contiguous'],
      ...['path-payload', 'no-fallback'],
    ]);
  });

  it('show payload of one connection on both interfaces', () => {
    const { status, figures, rungs } = verdictOf('multi-subflow');
    expect(rungs.filter((rung) => rung.status !== 'pass')).toEqual([]);
    expect(status).toBe('pass');
    expect(figures.summedRateMbit).toBe(100);
    for (const bytes of Object.values(figures.payloadBytes)) expect(bytes).toBeGreaterThan(1e6);
  });

  it('tell the rate of every path while they run', () => {
    const rates = events.flatMap((event) => (event.type === 'path-rates' ? event.rates : []));
    for (const device of ['enp0s3', 'enp0s8']) {
      const own = rates.filter((rate) => rate.device === device);
      expect(Math.max(...own.map(({ txMbit }) => txMbit))).toBeGreaterThan(1);
      expect(own.every(({ shapedMbit }) => shapedMbit === 50)).toBe(true);
    }
  });

  it('put the plan back where one subflow took it away', async () => {
    expect(await onClient('ip', 'mptcp', 'limits')).toContain('subflows 2');
    expect(await onClient('ip', 'mptcp', 'endpoint')).toContain('192.168.20.20');
    expect(await onClient('ip', 'rule')).toContain('from 192.168.20.20 lookup 2');
    expect(await onClient('ip', 'route', 'show', 'table', '2')).toContain('192.168.20.1');
  });

  it('leave evidence that another process comes to the same verdict by', async () => {
    const loaded = await loadEvidence(join(dir, 'evidence', 'multi-subflow'));
    expect(judge(loaded)).toEqual(verdictOf('multi-subflow'));
    expect(loaded.evidence.environment.sysctls['client:net.mptcp.enabled']).toBe('1');
    expect(Object.keys(loaded.evidence.files)).toContain('enp0s8.pcap');
  });

  it('can be judged no more once a capture was changed', async () => {
    const copy = await tempDir();
    await cp(join(dir, 'evidence', 'single-subflow'), copy, { recursive: true });
    expect(judge(await loadEvidence(copy))).toMatchObject({ status: 'pass' });
    const capture = join(copy, 'enp0s8.pcap');
    const bytes = await readFile(capture);
    bytes[4] = 99;
    await writeFile(capture, bytes);
    const verdict = judge(await loadEvidence(copy));
    expect(verdict).toMatchObject({ status: 'inconclusive' });
    expect(verdict.reason).toContain('enp0s8.pcap is missing');
  });

  it('stop when aborted and leave no program behind', async () => {
    const programs = () => onClient('sh', '-c', 'cat /proc/[0-9]*/comm');
    const abort = new AbortController();
    const verifying = lab.verify({ dir, signal: abort.signal, experiments: ['single-subflow'] });
    const stopped = expect(verifying).rejects.toThrow('enough');
    await expect.poll(programs, { timeout: 20_000 }).toMatch(/^dumpcap$/m);
    abort.abort(new Error('enough'));
    await stopped;
    expect(await programs()).not.toMatch(/^(dumpcap|ncat|iperf)$/m);
  });
});
