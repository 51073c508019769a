import type { HmacVerdict } from '../model/analysed-subflow.js';
import { other, type Connection, type End } from './connection.js';
import type { Flow } from './flow.js';
import { mptcpHmac } from './keys.js';
import type { AddAddress, MpJoin } from './mptcp-option.js';

/** Whether both HMACs of a join are right (RFC 8684 section 3.2). */
export function joinHmacs(flow: Flow): { synAck: HmacVerdict; ack: HmacVerdict } {
  const { syn, synAck, ack } = flow.steps;
  const opened = nonceOf(syn?.join);
  const answered = nonceOf(synAck?.join);
  return {
    synAck:
      synAck?.join?.step === 'syn-ack'
        ? joinHmac(flow, 1, { hmac: synAck.join.hmac, message: [answered, opened] })
        : 'absent',
    ack:
      ack?.join?.step === 'ack'
        ? joinHmac(flow, 0, { hmac: ack.join.hmac, message: [opened, answered] })
        : 'absent',
  };
}

function nonceOf(join: MpJoin | null | undefined): Uint8Array | null {
  return join && join.step !== 'ack' ? join.nonce : null;
}

function joinHmac(
  flow: Flow,
  side: 0 | 1,
  { hmac, message }: { hmac: Uint8Array; message: readonly (Uint8Array | null)[] },
): HmacVerdict {
  const nonces = message.filter((nonce) => nonce !== null);
  if (flow.connection === null || nonces.length < message.length) return 'unchecked';
  return compare(flow.connection, { from: flow.endOf(side), message: nonces, hmac, isTail: false });
}

/** Whether the HMAC of an ADD_ADDR is right (section 3.4.1): it covers id, address and port, 0 without one. */
export function addAddressHmac(
  connection: Connection,
  from: End,
  { hmac, addressId, address, port }: AddAddress,
): HmacVerdict {
  if (hmac === null) return 'absent';
  const message = [
    Uint8Array.of(addressId),
    address,
    Uint8Array.of((port ?? 0) >> 8, (port ?? 0) & 0xff),
  ];
  return compare(connection, { from, message, hmac, isTail: true });
}

interface Check {
  readonly from: End;
  readonly message: readonly Uint8Array[];
  readonly hmac: Uint8Array;
  /** ADD_ADDR holds the HMAC's last bytes, MP_JOIN its first. */
  readonly isTail: boolean;
}

function compare(
  { version, keys }: Connection,
  { from, message, hmac, isTail }: Check,
): HmacVerdict {
  const [own, peer] = [keys[from], keys[other(from)]];
  if (version === null || own === null || peer === null) return 'unchecked';
  const whole = mptcpHmac({ version, keys: [own.key, peer.key], message });
  const expected = isTail ? whole.subarray(-hmac.length) : whole.subarray(0, hmac.length);
  return Buffer.compare(expected, hmac) === 0 ? 'valid' : 'wrong';
}

/** Whether a join's token is that of the connection's key. */
export function joinToken(flow: Flow): 'valid' | 'unknown' | null {
  const join = flow.steps.syn?.join;
  if (flow.kind !== 'join' || join?.step !== 'syn') return null;
  const answering = flow.endOf(1);
  return flow.connection?.keys[answering]?.token === join.token ? 'valid' : 'unknown';
}
