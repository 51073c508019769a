import { describe, expect, it } from 'vitest';
import { sysctlScript } from '../../../src/render/netns/sysctl-script.js';
import { runTool } from '../../helpers/run-tool.js';

const told = (key: string, optional: boolean) =>
  runTool(['sh', '-c', sysctlScript([{ key, value: '1', optional }])]).toString();

describe('an optional sysctl', () => {
  it('that the kernel lacks is passed over: so is what it would change', () => {
    expect(told('net.mptcp.no_such_key', true)).toBe('');
    expect(() => told('net.mptcp.no_such_key', false)).toThrow('in: sysctl net/mptcp/no_such_key');
  });

  it('that the kernel refuses is told', () => {
    expect(told('kernel.ostype', true)).toMatch(
      /^the kernel refuses sysctl kernel\/ostype = 1: it is \w+\n$/,
    );
  });
});
