import { describe, expect, it, vi } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { Flow } from '../../../src/analyze/flow.js';
import type { Crafted } from '../verify/packets.js';
import {
  captureOf,
  connectionOf,
  handshake,
  joinHandshake,
  joinSyn,
  joinToClient,
  joinToServer,
  toClient,
  toServer,
} from './crafted.js';

const open = [...handshake, ...joinHandshake];
const backups = (...packets: readonly Crafted[]) =>
  connectionOf(...packets).subflows.map(({ backup }) => backup);
/** MP_PRIO, of an address where an id is given. */
const saying = (from: Crafted, backup: boolean, id?: number): Crafted => ({
  ...from,
  options: `1e0${id === undefined ? 3 : 4}5${backup ? 1 : 0}${id === undefined ? '' : `0${id}`}`,
});

describe('an MP_PRIO that names an address', () => {
  it('is about the subflows of then, not those that join later', () => {
    expect(backups(...handshake, saying(toServer, true, 1), ...joinHandshake)).toEqual([
      ...[false, false],
    ]);
    expect(backups(...open, saying(toServer, true, 1))).toEqual([false, true]);
  });

  it('holds until another is about the same subflow, whichever way it is named', () => {
    const named = saying(toServer, true, 1);
    expect(backups(...open, named, saying(toServer, false, 1))).toEqual([false, false]);
    expect(backups(...open, named, saying(joinToServer, false))).toEqual([false, false]);
    expect(backups(...open, saying(joinToServer, false), named)).toEqual([false, true]);
    const together = { ...joinToServer, options: '1e045101' + '1e0350' };
    expect(backups(...open, together)).toEqual([false, false]);
  });

  it('means an address of who sent it: the client has id 1, the server 0', () => {
    expect(backups(...open, saying(toClient, true, 1))).toEqual([false, false]);
    expect(backups(...open, saying(joinToClient, true, 0))).toEqual([true, true]);
    const [opening, answer, last] = joinHandshake;
    const ofFive = { ...answer, options: answer.options.replace(/^1e101000/, '1e101005') };
    const other = [...handshake, opening, ofFive, last];
    expect(backups(...other, saying(toClient, true, 5))).toEqual([false, true]);
    expect(backups(...other, saying(toServer, true, 5))).toEqual([false, false]);
  });

  it('takes back what the handshake said', () => {
    const [, ...answered] = joinHandshake;
    const asked = [...handshake, joinSyn(true), ...answered];
    expect(backups(...asked, saying(toServer, false, 1))).toEqual([false, false]);
  });

  it('says so too where the join is seen before the handshake', () => {
    const joined = [...joinHandshake, saying(joinToServer, true, 1)];
    const { connections } = analyzeCaptureBytes([
      captureOf(handshake, 'eth0', 100),
      captureOf(joined, 'eth1'),
    ]);
    expect(connections[0]!.subflows.map(({ backup }) => backup)).toEqual([false, true]);
  });

  it('of a connection with many subflows looks at none of them', () => {
    const looks = vi.spyOn(Flow.prototype, 'addressId');
    const joins = Array.from({ length: 500 }, (_, at) => ({ ...joinSyn(), fromPort: 20_000 + at }));
    const ten = { ...toServer, options: '1e045101'.repeat(10) };
    const all = backups(...handshake, ...joins, ...Array.from({ length: 50 }, () => ten));
    expect(all.filter((it) => it)).toHaveLength(500);
    expect(looks.mock.calls.length).toBeLessThan(20 * joins.length);
    looks.mockRestore();
  });
});
