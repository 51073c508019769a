import { readFileSync } from 'node:fs';
import type { LabHandle } from '../../../src/drive/driver.js';
import type { Plan } from '../../../src/model/plan.js';
import { providerNamed } from '../../../src/providers.js';

/** The lab that runs in a directory, found with nothing but what is on disk. */
export async function attachedLab(dir: string): Promise<LabHandle> {
  const plan = JSON.parse(readFileSync(`${dir}/lab.json`, 'utf8')) as Plan;
  const driver = await providerNamed(plan.provider).driver();
  return driver.attach(plan, dir, { signal: new AbortController().signal, emit: () => undefined });
}
