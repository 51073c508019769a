import { describe, expect, it } from 'vitest';
import type { Crafted } from '../verify/packets.js';
import {
  analyze,
  codesOf,
  connectionOf,
  data,
  handshake,
  joinHandshake,
  joinSyn,
  joinToServer,
  keyA,
  keyB,
  signed,
  toClient,
  toServer,
} from './crafted.js';

const open = [...handshake, ...joinHandshake];
const eventsOf = (...packets: readonly Crafted[]) => connectionOf(...open, ...packets).events;
const saying = (from: Crafted, options: string, flags = 16): Crafted => ({
  ...from,
  options,
  flags,
});

describe('an ADD_ADDR', () => {
  /** Of 10.0.0.9 with address id 2, from the server; the HMAC's last 8 bytes. */
  const hmac = signed(keyB + keyA, '020a0000090000').slice(-16);
  const withPort = signed(keyB + keyA, '020a000009138b').slice(-16);

  it.each([
    ['valid', `1e1030020a000009${hmac}`, null],
    ['valid', `1e1230020a000009138b${withPort}`, 5003],
    ['wrong', `1e1030020a0000090000000000000000`, null],
  ] as const)('has an HMAC that is %s: %s', (verdict, options, port) => {
    const packets = [saying(toClient, options)];
    expect(eventsOf(...packets)).toEqual([
      {
        ...{ atMs: 6000, subflow: 0, from: 'server', type: 'add-addr' },
        ...{ address: '10.0.0.9', addressId: 2, port, hmac: verdict },
      },
    ]);
    expect(codesOf(...open, ...packets).includes('add-addr-hmac-wrong')).toBe(verdict === 'wrong');
  });

  it('of version 0 has no HMAC, which is not called wrong', () => {
    const packets = [
      saying(toClient, '1e0834020a000009'),
      saying(toClient, '1e0a34020a000009138b'),
    ];
    expect(eventsOf(...packets)).toMatchObject([
      { type: 'add-addr', address: '10.0.0.9', addressId: 2, port: null, hmac: 'absent' },
      { type: 'add-addr', address: '10.0.0.9', addressId: 2, port: 5003, hmac: 'absent' },
    ]);
    expect(codesOf(...open, ...packets)).toEqual([]);
  });

  it('of IPv6 is read, and so is the echo that confirms it', () => {
    const address = 'fd000003000000000000000000000021';
    const ipv6Hmac = signed(keyB + keyA, `03${address}0000`).slice(-16);
    const events = eventsOf(
      saying(toClient, `1e1c3003${address}${ipv6Hmac}`),
      saying(toServer, `1e143103${address}`),
    );
    expect(events).toMatchObject([
      { type: 'add-addr', address: 'fd00:3::21', hmac: 'valid', from: 'server' },
      { type: 'add-addr-echo', address: 'fd00:3::21', addressId: 3, from: 'client' },
    ]);
  });
});

describe('a signal', () => {
  it.each([
    ['REMOVE_ADDR of two addresses', '1e054002 03', { type: 'remove-addr', addressIds: [2, 3] }],
    ['MP_PRIO', '1e0351', { type: 'mp-prio', backup: true, addressId: null }],
    ['MP_FAIL', '1e0c60000000000000000009', { type: 'mp-fail', dataSequence: '9' }],
    [
      'MP_FASTCLOSE with the right key',
      `1e0c7000${keyB}`,
      { type: 'mp-fastclose', keyMatches: true },
    ],
    [
      'MP_FASTCLOSE with another key',
      `1e0c7000${keyA}`,
      { type: 'mp-fastclose', keyMatches: false },
    ],
  ])('%s is told with when, where and from whom', (_, options, signal) => {
    expect(eventsOf(saying(toServer, options))).toMatchObject([
      { atMs: 6000, subflow: 0, from: 'client', ...signal },
    ]);
  });

  it.each([
    [0, 'unspecified error'],
    [1, 'MPTCP-specific error'],
    [2, 'lack of resources'],
    [3, 'administratively prohibited'],
    [4, 'too much outstanding data'],
    [5, 'unacceptable performance'],
    [6, 'middlebox interference'],
    [77, 'unassigned reason'],
  ])('MP_TCPRST with reason %i means %s', (reason, meaning) => {
    const options = `1e0481${reason.toString(16).padStart(2, '0')}`;
    expect(eventsOf(saying(joinToServer, options, 20))).toMatchObject([
      { type: 'mp-tcprst', transient: true, reason, meaning, subflow: 1 },
    ]);
  });
});

describe('signals', () => {
  it('beyond those that are kept are counted, which is said', () => {
    const many = Array.from({ length: 1003 }, () => saying(toServer, '1e0351'));
    const { connections, findings } = analyze(...open, ...many);
    expect(connections[0]).toMatchObject({ eventsLeftOut: 3 });
    expect(connections[0]!.events).toHaveLength(1000);
    expect(findings.map(({ code }) => code)).toContain('too-many-signals');
  });

  it.each([
    [1, '1 signal of the connection is more than is kept, and not listed'],
    [2, '2 signals of the connection are more than are kept, and not listed'],
  ])('left out are told in grammar, %i of them', (leftOut, message) => {
    const many = Array.from({ length: 1000 + leftOut }, () => saying(toServer, '1e0351'));
    expect(analyze(...open, ...many).findings.map((it) => it.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it('that neither RFC defines are no reason to stop, which is said', () => {
    expect(codesOf(...open, saying(toServer, '1e04f000'))).toContain('malformed-option');
  });
});

describe('a subflow', () => {
  const backups = (...packets: readonly Crafted[]) =>
    connectionOf(...packets).subflows.map(({ backup }) => backup);

  it('is a backup by its handshake', () => {
    const [, ...answered] = joinHandshake;
    expect(backups(...handshake, joinSyn(true), ...answered)).toEqual([false, true]);
    expect(backups(...open)).toEqual([false, false]);
    const [opening, answer, last] = joinHandshake;
    const asked = { ...answer, options: answer.options.replace(/^1e1010/, '1e1011') };
    expect(backups(...handshake, opening, asked, last)).toEqual([false, true]);
  });

  it('becomes and ceases to be one by MP_PRIO', () => {
    const become = saying(joinToServer, '1e0351');
    expect(backups(...open, become)).toEqual([false, true]);
    expect(backups(...open, become, saying(joinToServer, '1e0350'))).toEqual([false, false]);
  });

  it('becomes one by an MP_PRIO on another that names its address, as version 0 has it', () => {
    expect(backups(...open, saying(toServer, '1e045101'))).toEqual([false, true]);
    expect(backups(...open, saying(joinToServer, '1e045100'))).toEqual([true, false]);
  });

  it('that carries nothing of much data is a problem, of a backup a note', () => {
    const [, ...answered] = joinHandshake;
    const length = 20_000;
    const much = Array.from({ length: 51 }, (_, at) => data({ offset: at * length, length }));
    const idle = (backup: boolean) =>
      analyze(...handshake, joinSyn(backup), ...answered, ...much).findings.find(
        ({ code }) => code === 'idle-subflow',
      );
    expect(idle(false)).toMatchObject({ severity: 'problem' });
    expect(idle(true)).toMatchObject({ severity: 'note' });
  });
});
