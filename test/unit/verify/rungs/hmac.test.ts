import { describe, expect, it } from 'vitest';
import { keyFacts } from '../../../../src/analyze/keys.js';
import { observe } from '../../../../src/verify/observation.js';
import { en } from '../../../../src/verify/words/en.js';
import { judgeHmac } from '../../../../src/verify/rungs/hmac.js';
import { craftedCaptures, evidenceOf, experiment, fixture, path } from '../evidence.js';
import { bytesOf } from '../packets.js';

/** The real connection with a byte changed behind the first place these bytes are at in its join's capture. */
function withChanged(option: string, behind: number) {
  const loaded = evidenceOf();
  const file = Buffer.from(fixture('ipv4-enp0s8.pcap'));
  const at = file.indexOf(bytesOf(option)) + behind;
  file[at] = file[at]! ^ 0x01;
  return { ...loaded, captures: new Map([...loaded.captures, ['enp0s8.pcap', file]]) };
}

describe('the rung of the HMACs', () => {
  it('passes where both of the join are right', () => {
    expect(judgeHmac(observe(evidenceOf()), en)).toMatchObject({
      ...{ id: 'hmac', status: 'pass', measured: '2 of 2 right' },
    });
  });

  it.each([
    ['SYN/ACK', '1e10', 5],
    ['ACK', '1e18', 23],
  ])('fails where one bit of that in the %s is another, and says where', (step, option, behind) => {
    const rung = judgeHmac(observe(withChanged(option, behind)), en);
    expect(rung).toMatchObject({ status: 'fail', measured: '1 of 2 right' });
    expect(rung.reason).toMatch(
      new RegExp(`^The HMAC in the ${step} of the join from 192\\.168\\.20\\.20 is wrong`),
    );
  });

  it('fails where an expected join is not there', () => {
    const paths = [...experiment.paths, path('enp0s9', '192.168.40.20')];
    const rung = judgeHmac(observe(evidenceOf({ experiment: { ...experiment, paths } })), en);
    expect(rung).toMatchObject({
      ...{ status: 'fail', measured: '2 of 2 right' },
      reason: 'The join from 192.168.40.20 did not get as far as both HMACs.',
    });
  });

  it("is inconclusive where the client's key is in no packet", () => {
    const [serverKey, server] = ['1112131415161718', '192.168.30.20'];
    const token = keyFacts(bytesOf(serverKey), 1).token.toString(16).padStart(8, '0');
    const [first, second] = [{ from: '192.168.10.20', to: server }, { from: '192.168.20.20' }];
    const join = { ...second, to: server, fromPort: 50_000 };
    const back = { from: server, fromPort: 5001 };
    const segments = [
      { ...first, flags: 2, options: '1e040101' },
      { ...back, to: first.from, toPort: 40_000, flags: 18, options: `1e0c0101${serverKey}` },
      { ...join, flags: 2, options: `1e0c1001${token}00000007` },
      {
        ...back,
        to: join.from,
        toPort: 50_000,
        flags: 18,
        options: `1e101000${serverKey}00000009`,
      },
      { ...join, sequence: 1001, options: `1e181000${'ab'.repeat(20)}` },
    ];
    expect(judgeHmac(observe(craftedCaptures(segments)), en)).toMatchObject({
      ...{ status: 'inconclusive', measured: '0 of 2 right' },
      reason: 'The captures do not hold the keys and nonces to recompute them from.',
    });
  });
});
