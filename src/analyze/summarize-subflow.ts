import type {
  AnalysedSubflow,
  Handshake,
  HandshakePacket,
  JoinOption,
  SubflowDirection,
  SubflowEnd,
  SubflowState,
} from '../model/analysed-subflow.js';
import { formatAddress } from '../model/ip.js';
import { hex, hex32 } from './bytes.js';
import { client, other, type End } from './connection.js';
import type { Direction } from './direction.js';
import type { Flow, Step } from './flow.js';
import { joinHmacs, joinToken } from './hmacs.js';
import type { MpJoin } from './mptcp-option.js';
import { isBackup } from './priorities.js';

/** Nanoseconds of the analysis to ms since its first packet. */
export type ToMs = (timeNs: number) => number;

/** A flow as a result. `totals`: new bytes of the connection, toward the server and toward the client. */
export function summarizeSubflow(
  flow: Flow,
  totals: readonly [number, number],
  toMs: ToMs,
): AnalysedSubflow {
  const side = (end: End) => (flow.openerEnd === end ? 0 : 1);
  const [fromClient, fromServer] = [side(client), side(other(client))] as const;
  return {
    kind: flow.kind === 'plain' ? 'initial' : flow.kind,
    openedBy: flow.openerEnd === client ? 'client' : 'server',
    client: endOf(flow, fromClient),
    server: endOf(flow, fromServer),
    state: stateOf(flow),
    backup: isBackup(flow),
    firstPacketMs: toMs(flow.firstNs),
    lastPacketMs: toMs(flow.lastNs),
    handshake: handshakeOf(flow, toMs),
    toServer: directionOf(flow.sent[fromClient], totals[0], toMs),
    toClient: directionOf(flow.sent[fromServer], totals[1], toMs),
  };
}

function endOf(flow: Flow, side: 0 | 1): SubflowEnd {
  return {
    address: addressText(flow.words[side], flow.version),
    port: flow.ports[side],
    addressId: flow.addressId(side),
  };
}

function addressText(words: Int32Array, version: 4 | 6): string {
  if (version === 4) return formatAddress({ family: 'ipv4', value: BigInt((words[0] ?? 0) >>> 0) });
  let value = 0n;
  for (const word of words) value = (value << 32n) | BigInt(word >>> 0);
  return formatAddress({ family: 'ipv6', value });
}

function stateOf(flow: Flow): SubflowState {
  const [opener, answerer] = flow.sent;
  if (flow.steps.syn !== null && !isAnswered(flow)) {
    return answerer.rst ? 'refused' : 'unanswered';
  }
  const isReset = opener.rst || answerer.rst;
  const isOpen = flow.steps.ack !== null || opener.segments + answerer.segments > 0;
  if (!isOpen) return isReset ? 'refused' : 'half-open';
  if (isReset) return 'reset';
  return opener.fin && answerer.fin ? 'closed' : 'established';
}

function isAnswered({ steps, sent: [opener, answerer] }: Flow): boolean {
  return steps.synAck !== null || answerer.dssSeen || opener.segments + answerer.segments > 0;
}

function handshakeOf(flow: Flow, toMs: ToMs): Handshake {
  const { syn, synAck, ack } = flow.steps;
  const isAmbiguous = flow.synRetransmissions > 0 || Number.isNaN(flow.rttNs);
  return {
    syn: packetOf(syn, toMs),
    synAck: packetOf(synAck, toMs),
    ack: packetOf(ack, toMs),
    synRetransmissions: flow.synRetransmissions,
    rttMs: isAmbiguous ? null : flow.rttNs / 1e6,
    hmac: joinHmacs(flow),
    token: joinToken(flow),
  };
}

function packetOf(step: Step | null, toMs: ToMs): HandshakePacket | null {
  if (step === null) return null;
  const { capable, join } = step;
  return {
    atMs: toMs(step.timeNs),
    interface: step.interface,
    capable: capable && {
      version: capable.version,
      checksumRequired: capable.checksumRequired,
      senderKey: capable.senderKey && hex(capable.senderKey),
      receiverKey: capable.receiverKey && hex(capable.receiverKey),
    },
    join: join && joinOf(join),
    optionsCut: step.optionsCut,
  };
}

function joinOf(join: MpJoin): JoinOption {
  return {
    step: join.step,
    token: join.step === 'syn' ? hex32(join.token) : null,
    nonce: join.step === 'ack' ? null : hex(join.nonce),
    hmac: join.step === 'syn' ? null : hex(join.hmac),
  };
}

function directionOf(direction: Direction, total: number, toMs: ToMs): SubflowDirection {
  return {
    segments: direction.segments,
    payloadBytes: direction.payloadBytes,
    acknowledgedBytes: acknowledgedBytes(direction),
    newBytes: direction.newBytes,
    repeatedBytes: direction.repeatedBytes,
    reinjectedBytes: direction.reinjectedBytes,
    share: total === 0 ? 0 : direction.newBytes / total,
    mappedSegments: direction.mappedSegments,
    mappedToTheEnd: direction.isMappedToTheEnd,
    infiniteMapping: !Number.isNaN(direction.infiniteMappingNs),
    fin: direction.fin,
    rst: direction.rst,
    interfaces: direction.seen.map((seen) => ({
      interface: seen.interface,
      payloadBytes: seen.bytes,
    })),
    timeline: direction.timeline.samples.map(({ timeNs, offset, bytes }) => ({
      atMs: toMs(timeNs),
      dataOffset: numberOrNull(offset),
      bytes,
    })),
  };
}

/** A FIN is acknowledged like one byte more. */
function acknowledgedBytes({ acknowledged, highest, fin }: Direction): number {
  return fin ? Math.min(acknowledged, highest) : acknowledged;
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
