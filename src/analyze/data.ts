import { isChecksumRight } from './checksum.js';
import { other, type Connection } from './connection.js';
import type { DataStream } from './data-stream.js';
import type { Direction } from './direction.js';
import type { Dss } from './dss.js';
import type { Flow } from './flow.js';
import type { Seen } from './handshake.js';
import { flag, type Packet } from './packet.js';

/** Notes a packet's Data Sequence Signal: its acknowledgement and its mapping. */
export function noteDss(flow: Flow, connection: Connection, seen: Seen): void {
  const { dss } = seen.options;
  const end = flow.endOf(seen.side);
  flow.sent[seen.side].dssSeen = true;
  if (dss.hasAck) noteDataAck(connection.data[other(end)], seen);
  if (dss.hasMapping) noteMapping(flow, connection, seen);
}

function noteDataAck(stream: DataStream, { packet, options: { dss } }: Seen): void {
  if (!stream.hasBase) return;
  if (Number.isNaN(stream.acknowledgedNs)) stream.acknowledgedNs = packet.timeNs;
  stream.acknowledge(
    dss.isAckWide
      ? stream.offsetOf(dss.ackUpper, dss.ackLower)
      : stream.nearest(dss.ackLower, Math.max(stream.ranges.end, stream.acknowledged || 0)),
  );
}

function noteMapping(flow: Flow, connection: Connection, seen: Seen): void {
  const { side, packet } = seen;
  const { dss } = seen.options;
  const direction = flow.sent[side];
  const stream = connection.data[flow.endOf(side)];
  const offset = offsetOf(stream, dss);
  if (dss.dataLength === 0) {
    noteInfiniteMapping(flow, connection, { seen, offset });
    return;
  }
  // DATA_FIN takes the last number of its mapping and no byte of the subflow.
  const length = dss.dataLength - (dss.dataFin ? 1 : 0);
  if (dss.dataFin) stream.noteFin(offset + length, packet.timeNs);
  if (length === 0 || !placesMappings(direction, packet, dss)) return;
  const start = direction.mappingOffset(dss.subflowSequence);
  direction.mappings.add(start, length, offset);
  if (dss.checksum === null || packet.payloadLength === 0) return;
  const isWhole = packet.payloadLength === length && direction.offsetOf(packet.sequence) === start;
  noteChecksum(connection, seen, { stream, offset, isWhole });
}

/** Counts a checksum, which is right or wrong where all that it covers is known. */
function noteChecksum(
  { checksums }: Connection,
  { packet, options: { dss } }: Seen,
  mapped: { readonly stream: DataStream; readonly offset: number; readonly isWhole: boolean },
): void {
  const { stream, offset, isWhole } = mapped;
  // The upper half of the sequence number is covered too.
  if (!isWhole || !packet.isPayloadCaptured || !stream.isUpperKnown) checksums.unchecked += 1;
  else if (isChecksumRight(packet, dss, stream, offset)) checksums.valid += 1;
  else checksums.wrong += 1;
}

function offsetOf(stream: DataStream, dss: Dss): number {
  if (!stream.hasBase) stream.setBase(dss.sequenceUpper, dss.sequenceLower, dss.isSequenceWide);
  return dss.isSequenceWide
    ? stream.offsetOf(dss.sequenceUpper, dss.sequenceLower)
    : stream.nearest(dss.sequenceLower, stream.ranges.end);
}

/**
 * Whether it is known where a mapping's subflow sequence numbers start. Without the SYN it shows
 * when a mapping takes over from the first one: that one starts where its packet does.
 */
function placesMappings(direction: Direction, packet: Packet, dss: Dss): boolean {
  if (!Number.isNaN(direction.mappingShift)) return true;
  if (packet.payloadLength === 0) return false;
  direction.firstMapping ??= dss.subflowSequence;
  if (direction.firstMapping === dss.subflowSequence) return false;
  direction.mappingShift = direction.offsetOf(packet.sequence) - dss.subflowSequence;
  return true;
}

function noteInfiniteMapping(
  flow: Flow,
  connection: Connection,
  { seen, offset }: { readonly seen: Seen; readonly offset: number },
): void {
  const { side, packet, options } = seen;
  const direction = flow.sent[side];
  if (!Number.isNaN(direction.mappingShift)) {
    const start = direction.mappingOffset(options.dss.subflowSequence);
    direction.mappings.add(start, Infinity, offset);
  }
  if (!Number.isNaN(direction.infiniteMappingNs)) return;
  direction.infiniteMappingNs = packet.timeNs;
  const signal = { subtype: 'infinite-mapping' } as const;
  connection.note({ timeNs: packet.timeNs, flow, from: flow.endOf(side), signal });
}

/** Notes a packet's payload: bytes new and repeated on its flow, and where they lie in the data. */
export function notePayload(flow: Flow, { packet, side }: Seen): void {
  const direction = flow.sent[side];
  const first = packet.has(flag.syn) ? packet.sequence + 1 : packet.sequence;
  const end = direction.offsetOf(first) + packet.payloadLength;
  // A keep-alive repeats the byte before.
  const start = Math.max(end - packet.payloadLength, direction.mappingShift === -1 ? 0 : -Infinity);
  if (end <= start) return;
  direction.note(packet.interface, packet.payloadLength);
  const fresh = direction.ranges.add(start, end);
  if (end > direction.highest) direction.highest = end;
  // Another interface shows again what was counted.
  if (fresh === 0 && packet.interface !== direction.primary) return;
  direction.segments += 1;
  direction.payloadBytes += packet.payloadLength;
  direction.repeatedBytes += end - start - fresh;
  const { connection } = flow;
  const stream = connection === null ? null : connection.data[flow.endOf(side)];
  direction.start = start;
  direction.end = end;
  direction.fresh = fresh;
  place(direction, stream);
  if (Number.isNaN(direction.offset)) noteUnmapped(direction, packet.timeNs);
  direction.timeline.add(packet, direction);
}

/** Adds the segment that is being noted to the connection's data. */
function place(direction: Direction, stream: DataStream | null): void {
  direction.offset = NaN;
  if (stream === null) return;
  const { mappings, start, end, fresh } = direction;
  let mapped = 0;
  let added = 0;
  let offset = NaN;
  for (let at = start; at < end && mappings.find(at);) {
    const stop = Math.min(end, mappings.end);
    const from = mappings.offsetOf(at);
    offset = from + stop - at;
    added += stream.ranges.add(from, offset);
    mapped += stop - at;
    at = stop;
  }
  const reinjected = Math.max(0, Math.min(fresh, mapped) - added);
  direction.newBytes += added;
  direction.reinjectedBytes += reinjected;
  stream.reinjectedBytes += reinjected;
  if (mapped === 0 || mappings.isInfinite) return;
  direction.mappedSegments += 1;
  direction.isMappedToTheEnd = true;
  direction.offset = offset;
}

function noteUnmapped(direction: Direction, timeNs: number): void {
  // An infinite mapping counted them, where it is known where it starts.
  const isCounted = direction.infiniteMappingNs <= timeNs && !Number.isNaN(direction.mappingShift);
  direction.newBytes += isCounted ? 0 : direction.fresh;
  direction.isMappedToTheEnd = false;
  if (Number.isNaN(direction.firstUnmappedNs)) direction.firstUnmappedNs = timeNs;
}
