import { describe, expect, it } from 'vitest';
import type { NodeInput } from '../../src/model/generated/topology.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { cli, writeFiles } from '../helpers/cli.js';
import { tempDir } from '../helpers/temp-dir.js';

/** Recreates the original with a short multi-subflow and another client, and takes it down again. */
async function recreateWith(client: Partial<NodeInput>, mistake: string) {
  const dir = await tempDir();
  const original = mptcpLab();
  const experiment = { kind: 'multi-subflow', client: 'client', server: 'server', seconds: 1 };
  const nodes = { ...original.nodes, client: { ...original.nodes['client'], ...client } };
  const lab = { ...original, nodes, experiments: [experiment] };
  await writeFiles(dir, { 'lab.json': JSON.stringify(lab) });
  try {
    return await cli(dir, 'recreate', 'lab.json', '--allow', mistake);
  } finally {
    await cli(dir, 'destroy');
  }
}

describe('the exit code', () => {
  it('is 1 where a verdict failed, for an endpoint without a flag', async () => {
    const { exitCode, stdout } = await recreateWith(
      {
        mptcp: { limits: { subflows: 2 }, endpoints: [{ address: '192.168.20.20', flags: [] }] },
      },
      'mptcp/endpoint-without-flag',
    );
    expect(stdout).toContain('multi-subflow (multi-subflow): FAIL\n');
    expect(exitCode).toBe(1);
  });

  it('is 4 where a run proves nothing, for a client that has MPTCP off', async () => {
    const { exitCode, stdout } = await recreateWith(
      {
        mptcp: { enabled: false, limits: { subflows: 2 } },
      },
      'mptcp/off-on-client',
    );
    expect(stdout).toContain('multi-subflow (multi-subflow): INCONCLUSIVE\n');
    expect(exitCode).toBe(4);
  });
});
