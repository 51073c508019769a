import { describe, expect, it } from 'vitest';
import { buildLab } from '../../../src/index.js';
import { rulesSpeaking } from '../../helpers/broken-labs.js';
import { twoPaths } from '../../helpers/small-labs.js';

function spokenOf(sysctls: Readonly<Record<string, string | number>>): string[] {
  // In namespaces there is no guest whose kernel might not know them.
  const topology = twoPaths({ client: { sysctls } });
  return rulesSpeaking(buildLab(topology, { provider: 'netns' }));
}

describe("an end's kernel parameters", () => {
  it.each([0, 1, 2, 9, 20])('of %i losses until a subflow is stale are found', (count) => {
    expect(spokenOf({ 'net.mptcp.stale_loss_cnt': count })).toEqual(['mptcp/stale-loss-count']);
  });

  it.each([3, 4, 8])('of %i losses until a subflow is stale are right', (count) => {
    expect(spokenOf({ 'net.mptcp.stale_loss_cnt': count })).toEqual([]);
  });

  it('that remember dropped SYNs are found', () => {
    const rule = 'mptcp/blackhole-memory';
    expect(spokenOf({ 'net.mptcp.blackhole_timeout': 60 })).toEqual([rule]);
    expect(spokenOf({ 'net.mptcp.blackhole_timeout': 0 })).toEqual([]);
  });

  it.each([
    ['net.ipv4.tcp_rmen', 'net.ipv4.tcp_rmem'],
    ['net.ipv4.tpc_wmem', 'net.ipv4.tcp_wmem'],
    ['net.ipv4.conf.enp0s3.rp_filer', 'net.ipv4.conf.enp0s3.rp_filter'],
    ['net.mptcp.enable', 'net.mptcp.enabled'],
  ])('named %s are taken for %s', (key, meant) => {
    const { findings } = buildLab(twoPaths({ client: { sysctls: { [key]: 1 } } }));
    expect(findings).toMatchObject([
      { rule: 'sysctl/misspelt', mend: { text: `Did you mean ${meant}?` } },
    ]);
  });

  it('that are far from all known ones are left to the kernel', () => {
    expect(spokenOf({ 'net.ipv4.tcp_plb_enabled': 1, 'net.netfilter.nf_log_all': 1 })).toEqual([]);
  });
});

describe('a lab without experiment', () => {
  it('is told of', () => {
    const lab = twoPaths({ lab: { experiments: [] } });
    expect(rulesSpeaking(buildLab(lab))).toEqual(['experiment/none']);
  });
});
