import { describe, expect, it } from 'vitest';
import { formatPrefix, parseBoundAddress, type Prefix } from '../../../src/model/ip.js';
import { mergeSiblings, prefixKey, type Hop } from '../../../src/plan/merge-siblings.js';

const east: Hop = { via: '10.0.0.1', device: 'enp0s3' };
const west: Hop = { via: '10.0.0.2', device: 'enp0s3' };

const prefix = (text: string): Prefix => parseBoundAddress(text)!;

function merged(routes: readonly [string, Hop][], reserved: readonly string[] = []): string[] {
  return mergeSiblings(
    routes.map(([text, hop]) => ({ prefix: prefix(text), hop })),
    new Set(reserved.map(prefix).map(prefixKey)),
  ).map((route) => `${formatPrefix(route.prefix)} ${route.hop === east ? 'east' : 'west'}`);
}

describe('siblings that go the same way', () => {
  it('become their parent, level by level', () => {
    const four = ['10.1.0.0/24', '10.1.1.0/24', '10.1.2.0/24', '10.1.3.0/24'];
    expect(merged(four.map((text) => [text, east]))).toEqual(['10.1.0.0/22 east']);
  });

  it('stay apart where they go different ways', () => {
    expect(
      merged([
        ['10.1.0.0/24', east],
        ['10.1.1.0/24', west],
      ]),
    ).toEqual(['10.1.0.0/24 east', '10.1.1.0/24 west']);
  });

  it('stay apart where they are neighbours but no siblings', () => {
    expect(
      merged([
        ['10.1.1.0/24', east],
        ['10.1.2.0/24', east],
      ]),
    ).toEqual(['10.1.1.0/24 east', '10.1.2.0/24 east']);
  });

  it('never become a prefix that somebody has', () => {
    const halves: [string, Hop][] = [
      ['10.1.0.0/24', east],
      ['10.1.1.0/24', east],
    ];
    expect(merged(halves, ['10.1.0.0/23'])).toEqual(['10.1.0.0/24 east', '10.1.1.0/24 east']);
  });

  it('merge in IPv6 as well', () => {
    expect(
      merged([
        ['fd00::/64', west],
        ['fd00:0:0:1::/64', west],
      ]),
    ).toEqual(['fd00::/63 west']);
  });
});
