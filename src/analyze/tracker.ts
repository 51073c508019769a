import { Budget } from './budget.js';
import type { Connection } from './connection.js';
import { Connections } from './connections.js';
import { noteDss, notePayload } from './data.js';
import type { Flow } from './flow.js';
import { FlowTable } from './flow-table.js';
import { noteConnection, noteHandshake, type Seen } from './handshake.js';
import type { MpSignal } from './mptcp-option.js';
import { OptionReader } from './option-reader.js';
import { flag, Packet } from './packet.js';

/** Signals that are looked through for one that another interface showed already. */
const remembered = 32;

/** Follows TCP connections packet by packet, in the order of time. */
export class Tracker {
  readonly packet = new Packet();
  readonly options = new OptionReader();
  readonly table: FlowTable;
  readonly connections: Connections;

  constructor() {
    const budget = new Budget();
    this.table = new FlowTable(budget);
    this.connections = new Connections(budget);
  }

  /** Takes the TCP segment that `packet` holds. */
  track(): void {
    const { packet, options, table } = this;
    const flow = table.find(packet);
    if (flow === null) return;
    const { side } = table;
    const seen: Seen = this.#seen[side];
    const direction = flow.sent[side];
    flow.lastNs = packet.timeNs;
    if (direction.primary === -1) direction.primary = packet.interface;
    if (packet.areOptionsCut) direction.optionsCut += 1;
    options.read(packet);
    if (flow.steps.ack === null || packet.has(flag.syn)) noteHandshake(flow, seen);
    if (!direction.hasBase) direction.setBase(packet.sequence);
    if (options.hasAny) this.#noteOptions(flow, seen);
    if (packet.payloadLength > 0 && !packet.has(flag.rst)) notePayload(flow, seen);
    this.#noteFlags(flow, side);
  }

  /** One for each side, so that none is made for a packet. */
  readonly #seen: readonly [Seen, Seen] = [
    { packet: this.packet, options: this.options, side: 0 },
    { packet: this.packet, options: this.options, side: 1 },
  ];

  #noteOptions(flow: Flow, seen: Seen): void {
    const { options } = seen;
    if (flow.connection === null || options.capable !== null || options.join !== null) {
      noteConnection(flow, seen, this.connections);
    }
    const { connection } = flow;
    if (connection === null) return;
    const length = options.capable?.dataLength ?? 0;
    if (length > 0 && connection.data[flow.endOf(seen.side)].hasBase) {
      flow.sent[seen.side].mappings.add(0, length, 0);
    }
    if (options.hasDss) noteDss(flow, connection, seen);
    for (const signal of options.signals) {
      noteSignal({ flow, connection, seen, order: this.connections.nextOrder() }, signal);
    }
  }

  #noteFlags(flow: Flow, side: 0 | 1): void {
    const { packet } = this;
    const direction = flow.sent[side];
    if (packet.has(flag.fin)) direction.fin = true;
    if (packet.has(flag.rst)) direction.rst = true;
    const peer = flow.sent[side === 0 ? 1 : 0];
    if (!packet.has(flag.ack) || !peer.hasBase) return;
    const acknowledged = peer.offsetOf(packet.acknowledgement);
    if (acknowledged > peer.acknowledged) peer.acknowledged = acknowledged;
  }
}

interface Place {
  readonly flow: Flow;
  readonly connection: Connection;
  readonly seen: Seen;
  /** Of what is said of backups. */
  readonly order: number;
}

function noteSignal(place: Place, signal: MpSignal): void {
  const { flow, connection, seen } = place;
  const { packet, side } = seen;
  if (signal.subtype === 'mp-prio') notePriority(place, signal);
  if (packet.interface !== flow.sent[side].primary) {
    const text = JSON.stringify(signal);
    const latest = connection.signals.slice(-remembered);
    if (latest.some((it) => it.flow === flow && JSON.stringify(it.signal) === text)) return;
  }
  connection.note({ timeNs: packet.timeNs, flow, from: flow.endOf(side), signal });
}

/** MP_PRIO is about the flow it came on, or those of an address of its sender (RFC 6824 section 3.3.8). */
function notePriority(
  { flow, connection, seen, order }: Place,
  { backup, addressId }: Extract<MpSignal, { readonly subtype: 'mp-prio' }>,
): void {
  // A connection has thousands of flows where someone means harm: none is looked at here.
  if (addressId === null) flow.priority = { backup, order };
  else connection.priorities.note(flow.endOf(seen.side), addressId, { backup, order });
}
