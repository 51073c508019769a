import { describe, expect, it } from 'vitest';
import { troubleIn } from '../../../../src/drive/experiment/trouble.js';

const said = (stderr: string, exitCode: number | null = 0) => ({ stderr, exitCode, stdout: '' });

describe('the trouble of a program', () => {
  it.each([
    ['iperf without MPTCP', 'socket failed: Protocol not available\ntcp connect failed: Bad file'],
    ['iperf refused', 'tcp connect failed: Connection refused'],
    ['iperf without its port', 'listener bind failed: Address already in use'],
    ['ncat without MPTCP', 'Ncat: Protocol not available.'],
  ])('is what %s says, though iperf exits with 0', (_, stderr) => {
    expect(troubleIn(said(stderr))).toBe(stderr.split('\n')[0]);
  });

  it('is none where iperf only could not set a traffic class', () => {
    expect(troubleIn(said('setsockopt IPV6_TCLASS failed: Operation not supported'))).toBeNull();
  });

  it('is its exit code where it says nothing that is known', () => {
    expect(troubleIn(said('first\nlast words\n', 127))).toBe('exit code 127: last words');
  });
});
