import type { Budget } from './budget.js';
import { client, other, type Connection, type End } from './connection.js';
import { Direction } from './direction.js';
import type { MpCapable, MpJoin } from './mptcp-option.js';
import { flag, type Packet } from './packet.js';
import { unsaid, type Priority } from './priorities.js';

/** A packet of a handshake. */
export interface Step {
  readonly timeNs: number;
  readonly interface: number;
  readonly sequence: number;
  readonly capable: MpCapable | null;
  readonly join: MpJoin | null;
  readonly optionsCut: boolean;
}

/** One TCP connection. Side 0 opened it, or looks like it; side 1 answered. */
export class Flow {
  readonly version: 4 | 6;
  /** Addresses and ports by side. */
  readonly words: readonly [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
  readonly ports: readonly [number, number];
  readonly sent: readonly [Direction, Direction];
  readonly steps: { syn: Step | null; synAck: Step | null; ack: Step | null } = {
    ...{ syn: null, synAck: null, ack: null },
  };
  kind: 'initial' | 'join' | 'unknown' | 'plain' = 'plain';
  connection: Connection | null = null;
  /** The connection's end that opened this flow. */
  openerEnd: End = client;
  synRetransmissions = 0;
  /** A SYN of the same connection without MP_CAPABLE came after one with it. */
  plainSynNs = NaN;
  rttNs = NaN;
  /** What its handshake or an MP_PRIO on it said last; others may name an address of it (see isBackup). */
  priority: Priority = unsaid;
  /** Since when each side's address id is known, in the order of what is said of backups; 0 before. */
  readonly addressOrder: [number, number] = [0, 0];
  firstNs = 0;
  lastNs = 0;
  /** The next with the same hash. */
  next: Flow | null = null;

  constructor(packet: Packet, budget: Budget) {
    const opener = isFromOpener(packet);
    const [from, to] = [packet.source.slice(), packet.destination.slice()];
    const [fromPort, toPort] = [packet.sourcePort, packet.destinationPort];
    this.version = packet.version;
    this.words = opener ? [from, to] : [to, from];
    this.ports = opener ? [fromPort, toPort] : [toPort, fromPort];
    this.sent = [new Direction(budget), new Direction(budget)];
    this.firstNs = packet.timeNs;
  }

  /** Which side sent the packet; -1 where it belongs to another flow. */
  sideOf(packet: Packet): -1 | 0 | 1 {
    const { sourcePort, destinationPort, version } = packet;
    if (version !== this.version) return -1;
    const [first, second] = this.ports;
    if (sourcePort === first && destinationPort === second && this.#isBetween(packet, 0)) return 0;
    return sourcePort === second && destinationPort === first && this.#isBetween(packet, 1)
      ? 1
      : -1;
  }

  #isBetween({ source, destination, version }: Packet, side: 0 | 1): boolean {
    const from = this.words[side];
    const to = this.words[side === 0 ? 1 : 0];
    if (source[0] !== from[0] || destination[0] !== to[0]) return false;
    for (let word = 1; word < 4 && version === 6; word += 1) {
      if (source[word] !== from[word] || destination[word] !== to[word]) return false;
    }
    return true;
  }

  /** A side's address id (RFC 8684 section 3.2): 0 where MP_CAPABLE opened the flow, null where it is not known. */
  addressId(side: 0 | 1): number | null {
    if (this.kind === 'initial') return 0;
    const join = (side === 0 ? this.steps.syn : this.steps.synAck)?.join;
    return join && join.step !== 'ack' ? join.addressId : null;
  }

  /** The connection's end that a side is. */
  endOf(side: 0 | 1): End {
    return side === 0 ? this.openerEnd : other(this.openerEnd);
  }
}

/** By the SYN; without one, clients have the higher port. */
function isFromOpener(packet: Packet): boolean {
  if (packet.has(flag.syn)) return !packet.has(flag.ack);
  return packet.sourcePort >= packet.destinationPort;
}
