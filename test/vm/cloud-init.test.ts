import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { PlannedInterface, PlannedNode } from '../../src/model/plan.js';
import { askInSid } from './sid.js';
import { labs, writeLab } from './labs.js';
import { seedDir, seeds } from './seeds.js';

interface Read {
  readonly userData: readonly string[];
  readonly networkConfig: readonly string[];
  /** networkd's files by name. */
  readonly networks: Readonly<Record<string, string>>;
}

const root = mkdtempSync(join(tmpdir(), 'subflow cloud-init '));
for (const lab of labs) writeLab(join(root, lab.name), lab);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const program = fileURLToPath(new URL('programs/read-seeds.py', import.meta.url));
const read = askInSid<Read>(
  ['/usr/bin/python3', '-B', program],
  seeds.map(([, seed]) => seedDir(root, seed)),
);
const cases = seeds.map(([name, { node }], index) => [name, { node, ...read[index]! }] as const);

describe('cloud-init', () => {
  it.each(cases)("finds nothing wrong with %s's user-data", (_, { userData }) => {
    expect(userData).toEqual([]);
  });

  it.each(cases)("finds nothing wrong with %s's network-config", (_, { networkConfig }) => {
    expect(networkConfig).toEqual([]);
  });
});

describe('netplan', () => {
  it.each(cases)('makes the network of %s of what cloud-init hands on', (_, lab) => {
    for (const nic of lab.node.interfaces) {
      const text = lab.networks[`10-netplan-${nic.device}.network`]!;
      expect(text).toContain(`PermanentMACAddress=${nic.mac}\n`);
      expect(all(text, /^Address=(.*)$/gm)).toEqual(
        nic.addresses.map(({ address, prefixLength }) => `${address}/${prefixLength}`),
      );
      expect(all(text, /^Gateway=(.*)$/gm).sort()).toEqual(gatewaysBy(nic, lab.node).sort());
    }
  });
});

const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, value]) => value!);

/** Of the main table and of every other. */
function gatewaysBy({ device }: PlannedInterface, { routes, policies }: PlannedNode): string[] {
  return [...routes, ...policies.flatMap((policy) => policy.routes)]
    .filter((route) => route.device === device)
    .flatMap(({ via }) => via ?? []);
}
