import { describe, expect, it } from 'vitest';
import { LabError } from '../../../src/errors.js';
import { parsePlan } from '../../../src/model/parse-plan.js';
import { sampleNode, samplePlan } from '../../helpers/sample-plan.js';

function messageOf(input: unknown): string {
  try {
    parsePlan(input);
  } catch (error) {
    if (error instanceof LabError)
      return error.problems.map((it) => `${it.where}: ${it.message}`).join('\n');
  }
  throw new Error('the plan was accepted');
}

describe('a plan from disk', () => {
  it('is taken when it is what was written', () => {
    const plan = samplePlan();
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it.each([[null], [[]], ['text'], [3]])('is refused when it is %j', (input) => {
    expect(messageOf(input)).toContain('expected');
  });

  it('is refused when a later subflow wrote it', () => {
    expect(messageOf({ ...samplePlan(), schemaVersion: 2 })).toBe(
      '/schemaVersion: expected 1, got 2',
    );
  });

  it('is refused when its provider is unknown', () => {
    expect(messageOf({ ...samplePlan(), provider: 'docker' })).toBe(
      '/provider: expected "netns" or "virtualbox", got "docker"',
    );
  });

  it('is refused with every problem at once', () => {
    const node = { ...sampleNode('../evil', '10.0.0.1; reboot'), routes: 'none' };
    expect(messageOf(samplePlan({ name: '-rf', nodes: [node as never] }))).toBe(
      [
        '/name: expected a hostname label, got "-rf"',
        '/nodes/0/name: expected a hostname label, got "../evil"',
        '/nodes/0/interfaces/0/addresses/0/address: expected an IP address, got "10.0.0.1; reboot"',
        '/nodes/0/routes: expected a list, got "none"',
      ].join('\n'),
    );
  });

  it.each([
    ['a sysctl outside net', { key: 'kernel.panic', value: '1', optional: false }],
    ['a sysctl of two lines', { key: 'net.x', value: '1\nkernel.panic=1', optional: false }],
  ])('is refused with %s', (_, sysctl) => {
    const node = { ...sampleNode('left', '10.0.0.1'), sysctls: [sysctl] };
    expect(messageOf(samplePlan({ nodes: [node] }))).toContain('/nodes/0/sysctls/0/');
  });
});
