import type { Connections } from './connections.js';
import type { Flow, Step } from './flow.js';
import type { OptionReader } from './option-reader.js';
import { flag, type Packet } from './packet.js';

/** A packet, which side sent it, and its options. */
export interface Seen {
  readonly packet: Packet;
  readonly options: OptionReader;
  readonly side: 0 | 1;
}

/** Notes the packets of a flow's handshake; the third one is the opener's first after its SYN. */
export function noteHandshake(flow: Flow, seen: Seen): void {
  const { packet, side } = seen;
  const { steps } = flow;
  if (packet.has(flag.syn)) {
    if (packet.has(flag.ack)) noteSynAck(flow, seen);
    else noteSyn(flow, seen);
  } else if (side === 0 && !packet.has(flag.rst) && (steps.syn ?? steps.synAck) !== null) {
    steps.ack ??= stepOf(seen);
    const { synAck } = steps;
    const isMeasurable = steps.syn === null && synAck?.interface === packet.interface;
    if (isMeasurable) flow.rttNs = packet.timeNs - synAck.timeNs;
  }
}

function noteSyn(flow: Flow, seen: Seen): void {
  const { steps, sent } = flow;
  const step = stepOf(seen);
  if (steps.syn === null) {
    steps.syn = step;
    sent[0].learnBase(seen.packet.sequence + 1);
    return;
  }
  if (step.interface === steps.syn.interface) flow.synRetransmissions += 1;
  const lostOption = steps.syn.capable !== null && step.capable === null && !step.optionsCut;
  if (lostOption && Number.isNaN(flow.plainSynNs)) flow.plainSynNs = step.timeNs;
}

function noteSynAck(flow: Flow, seen: Seen): void {
  const { steps, sent } = flow;
  const { packet } = seen;
  sent[1].learnBase(packet.sequence + 1);
  sent[0].learnBase(packet.acknowledgement);
  steps.synAck ??= stepOf(seen);
  const { syn } = steps;
  if (syn?.interface !== packet.interface || flow.synRetransmissions > 0) return;
  if (Number.isNaN(flow.rttNs)) flow.rttNs = packet.timeNs - syn.timeNs;
}

function stepOf({ packet, options }: Seen): Step {
  return {
    timeNs: packet.timeNs,
    interface: packet.interface,
    sequence: packet.sequence,
    capable: options.capable,
    join: options.join,
    optionsCut: packet.areOptionsCut,
  };
}

/** Finds the connection a flow belongs to, and what its options say of that. */
export function noteConnection(
  flow: Flow,
  { options, side }: Seen,
  connections: Connections,
): void {
  const { capable, join } = options;
  const order = connections.nextOrder();
  if (join !== null) {
    connections.noteJoin(flow, join);
    if (join.step !== 'ack' && join.backup) flow.priority = { backup: true, order };
  }
  if (capable !== null && flow.kind !== 'join') connections.noteCapable(flow, side, capable);
  if (flow.connection === null && options.hasAny) connections.open(flow, 'unknown');
  noteAddresses(flow, order);
}

function noteAddresses(flow: Flow, order: number): void {
  for (const side of [0, 1] as const) {
    const addressId = flow.addressId(side);
    if (addressId === null || flow.addressOrder[side] > 0) continue;
    flow.addressOrder[side] = order;
    flow.connection?.priorities.know(flow.endOf(side), addressId);
  }
}
