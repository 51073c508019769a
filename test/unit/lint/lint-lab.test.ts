import { describe, expect, it } from 'vitest';
import { buildLab, LabError, mptcpLab, type TopologyInput } from '../../../src/index.js';
import { lintLab } from '../../../src/lint/lint-lab.js';
import { refuseErrors } from '../../../src/lint/refuse-errors.js';

/** The original with a limit of 0 on the server. */
function limited(lint: TopologyInput['lint'] = {}): TopologyInput {
  const original = mptcpLab();
  const server = { ...original.nodes['server']!, mptcp: { limits: { subflows: 0 } } };
  return { ...original, nodes: { ...original.nodes, server }, lint };
}

const rule = 'mptcp/subflow-limit-on-server';

describe('a finding', () => {
  it('has its place, what will happen, and the mend', () => {
    expect(buildLab(limited()).findings).toEqual([
      {
        rule,
        severity: 'error',
        where: '/nodes/server/mptcp/limits/subflows',
        path: 'nodes.server.mptcp.limits.subflows',
        message: 'server allows 0 additional subflow(s), multi-subflow needs 1',
        consequence:
          'The server resets every join beyond the limit (MPJoinRejected counts there): the client shows nothing but a reset.',
        mend: {
          text: 'Set the limit to 1, or leave it out.',
          changes: [{ op: 'replace', path: '/nodes/server/mptcp/limits/subflows', value: 1 }],
          safe: true,
        },
      },
    ]);
  });

  it('points at what is written where the planner decided the rest', () => {
    const { plan } = buildLab(limited());
    const topology = { ...mptcpLab(), nodes: { ...mptcpLab().nodes, server: { interfaces: [] } } };
    expect(lintLab(topology, plan)[0]).toMatchObject({
      where: '/nodes/server',
      path: 'nodes.server.mptcp.limits.subflows',
    });
  });

  it('is the same for a plan without its topology', () => {
    const { plan, findings } = buildLab(limited());
    expect(lintLab(null, plan)).toEqual(findings);
  });
});

describe('a setting of the topology', () => {
  it('switches a rule off', () => {
    const lint = { [rule]: { severity: 'off' as const, reason: 'shown in class' } };
    expect(buildLab(limited(lint)).findings).toEqual([]);
  });

  it('makes it less severe', () => {
    const lint = { [rule]: { severity: 'advice' as const, reason: 'shown in class' } };
    expect(buildLab(limited(lint)).findings).toMatchObject([{ rule, severity: 'advice' }]);
  });

  it('of a rule there is not is found', () => {
    const lint = { 'mptcp/nonsense': { severity: 'off' as const, reason: 'why not' } };
    const { findings } = buildLab({ ...mptcpLab(), lint });
    expect(findings).toMatchObject([{ rule: 'lint/unknown-rule', where: '/lint/mptcp~1nonsense' }]);
  });

  it('without a reason is refused', () => {
    const lint = { [rule]: { severity: 'off' } } as unknown as TopologyInput['lint'];
    expect(() => buildLab(limited(lint))).toThrow('lacks "reason"');
  });
});

describe('errors', () => {
  it('are refused with both ways on', () => {
    const { findings } = buildLab(limited());
    expect(() => refuseErrors(findings)).toThrow(LabError);
    expect(() => refuseErrors(findings)).toThrow(`--allow ${rule}`);
  });

  it('are let through where they are allowed', () => {
    expect(() => refuseErrors(buildLab(limited()).findings, [rule])).not.toThrow();
  });

  it('stop `up` before anything is touched', async () => {
    await expect(buildLab(limited()).up({ dir: '/nowhere/at/all' })).rejects.toMatchObject({
      code: 'lint-errors',
    });
  });

  it('cannot be allowed by a name that is none', () => {
    expect(() => refuseErrors([], ['mptcp/subflow-limit-on-sever'])).toThrow(
      'Did you mean "mptcp/subflow-limit-on-server"?',
    );
  });
});
