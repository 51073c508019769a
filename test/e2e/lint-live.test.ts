import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LabHandle } from '../../src/drive/driver.js';
import type { BuiltLab } from '../../src/index.js';
import type { Verdict } from '../../src/model/verdict.js';
import { brokenLabs, labOfRule, rulesSpeaking } from '../helpers/broken-labs.js';
import { symptoms, type Symptom } from '../helpers/symptoms.js';

// Labs wait more than they compute: three at once (vitest.config.ts).
describe.concurrent.each(brokenLabs)('%s', (id) => {
  const symptom = symptoms[id]!;

  it('is found in the broken lab, whose run shows the symptom', async () => {
    const lab = labOfRule(id, 'broken');
    expect(rulesSpeaking(lab)).toEqual([id]);
    await expectSymptom(lab, id, symptom);
  });

  it('is not found in the mended lab, whose run passes', async () => {
    const lab = labOfRule(id, 'mended');
    expect(lab.findings).toEqual([]);
    await running(lab, [], async (handle) => {
      const verdicts = await lab.verify({ dir: handle.dir });
      const failures = verdicts.filter(({ status }) => status !== 'pass');
      expect(failures.map(({ reason }) => reason)).toEqual([]);
      if ('node' in symptom) expect(await said(handle, symptom)).not.toMatch(symptom.says);
      if ('measure' in symptom) {
        expect(symptom.measure(verdicts[0]!.figures)).toBeGreaterThan(symptom.below);
      }
    });
  });
});

async function expectSymptom(lab: BuiltLab, id: string, symptom: Symptom): Promise<void> {
  if ('up' in symptom) {
    await expect(running(lab, [id], () => Promise.resolve())).rejects.toThrow(symptom.up);
    return;
  }
  await running(lab, [id], async (handle) => {
    if ('node' in symptom && symptom.afterRun !== true) {
      expect(await said(handle, symptom)).toMatch(symptom.says);
      return;
    }
    const [verdict] = await lab.verify({ dir: handle.dir });
    if ('node' in symptom) {
      expect(await said(handle, symptom)).toMatch(symptom.says);
      return;
    }
    if ('measure' in symptom) {
      expect(symptom.measure(verdict!.figures)).toBeLessThan(symptom.below);
      return;
    }
    expect({ status: verdict?.status, rung: firstMissed(verdict) }).toEqual({
      ...{ status: symptom.verdict, rung: symptom.rung },
    });
    expect(verdict?.reason).toMatch(symptom.reason);
  });
}

async function running<T>(
  lab: BuiltLab,
  allow: readonly string[],
  look: (handle: LabHandle) => Promise<T>,
): Promise<T> {
  // Not by a hook: hooks of concurrent tests do not know which test they are of.
  const dir = await mkdtemp(join(tmpdir(), 'subflow-lint-'));
  try {
    return await look(await lab.up({ dir, allow }));
  } finally {
    await lab.destroy({ dir });
    await rm(dir, { recursive: true, force: true });
  }
}

function firstMissed(verdict: Verdict | undefined): string | undefined {
  return verdict?.rungs.find(({ status }) => status !== 'pass')?.id;
}

async function said(
  handle: LabHandle,
  { node, command }: Extract<Symptom, { node: string }>,
): Promise<string> {
  const { stdout, stderr } = await handle.node(node).exec(['sh', '-c', command], { check: false });
  return stdout + stderr;
}
