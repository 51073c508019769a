import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { holderScript } from '../../src/drive/netns/holder-script.js';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';

const delayed = mptcpLab();
delayed.segments['pathA']!.impairment = { rateMbit: 10, delayMs: 20 };
const scripts = buildLab(delayed, { provider: 'netns' }).artifacts.filter(({ path }) =>
  path.endsWith('.sh'),
);

test.each([...scripts, { path: 'the holder', content: holderScript }])(
  'shellcheck has nothing to say of $path',
  ({ content }) => {
    const argv = ['--shell=sh', '--severity=info', '-'];
    expect(execFileSync('shellcheck', argv, { input: content, encoding: 'utf8' })).toBe('');
  },
);
