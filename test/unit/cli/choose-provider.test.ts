import { describe, expect, it } from 'vitest';
import { firstThatPlans, firstUsable } from '../../../src/cli/choose-provider.js';
import type { Lab } from '../../../src/lab.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';

const problem = (where: string, message: string) => ({ where, message, next: 'Mend it.' });
const noModule = problem('VBoxManage', 'its module is not loaded');
const noNamespaces = problem('kernel', 'it refuses namespaces');

/** A host that can run all providers but these. */
const hostWithout =
  (problems: Partial<Record<Lab['plan']['provider'], ReturnType<typeof problem>>>) =>
  ({ plan }: Lab) =>
    Promise.resolve([problems[plan.provider] ?? []].flat());

describe('where nobody says who brings a lab up', () => {
  it('VirtualBox does, where it is usable', async () => {
    const { lab, reason } = await firstUsable(mptcpLab(), hostWithout({}));
    expect(lab.plan.provider).toBe('virtualbox');
    expect(reason).toBe('provider: virtualbox, which this host can run');
  });

  it('namespaces do, where it is not, and why is told', async () => {
    const { lab, reason } = await firstUsable(mptcpLab(), hostWithout({ virtualbox: noModule }));
    expect(lab.plan.provider).toBe('netns');
    expect(reason).toBe(
      'provider: netns, since virtualbox cannot bring the lab up here (VBoxManage: its module is not loaded)',
    );
  });

  it('namespaces do, where the lab is beyond VirtualBox', async () => {
    const { lab, reason } = await firstUsable(mptcpLab({ pathCount: 8 }), hostWithout({}));
    expect(lab.plan.provider).toBe('netns');
    expect(reason).toContain('virtualbox gives a node 7');
  });

  it('all that stands in the way is told where neither can', async () => {
    const neither = hostWithout({ virtualbox: noModule, netns: noNamespaces });
    await expect(firstUsable(mptcpLab(), neither)).rejects.toMatchObject({
      code: 'host-unfit',
      problems: [
        { ...noModule, where: 'virtualbox: VBoxManage' },
        { ...noNamespaces, where: 'netns: kernel' },
      ],
    });
  });
});

describe('where no host is looked at', () => {
  it('a lab is planned for VirtualBox, or else for what has room for it', () => {
    expect(firstThatPlans(mptcpLab()).plan.provider).toBe('virtualbox');
    expect(firstThatPlans(mptcpLab({ pathCount: 8 })).plan.provider).toBe('netns');
  });
});
