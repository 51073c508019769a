import type { MpCapable, MpJoin, MptcpOption } from './mptcp-option.js';
import type { TcpSegment } from './tcp-segment.js';

/** A segment and the client's device it was captured on. */
export interface CapturedSegment extends TcpSegment {
  readonly device: string;
}

/** What one packet of a handshake carried. */
export interface HandshakeStep {
  readonly device: string;
  readonly capable: MpCapable | null;
  readonly join: MpJoin | null;
  /** The capture cut its options, so that a missing option proves nothing. */
  readonly cut: boolean;
}

/**
 * One TCP connection to the experiment's port. It is known by its 5-tuple and the client's initial
 * sequence number, so that a reused port is another one, and holds what was seen of it on every device.
 */
export interface Subflow {
  readonly clientAddress: string;
  readonly serverAddress: string;
  readonly syn: HandshakeStep;
  readonly synAck: HandshakeStep | null;
  readonly thirdAck: HandshakeStep | null;
  /** Payload bytes toward the server by the device they left by, retransmissions included. */
  readonly payloadBytes: ReadonlyMap<string, number>;
  /** Payload bytes toward the server that the server's TCP acknowledged. */
  readonly acknowledgedBytes: number;
  /** Segments with payload toward the server. */
  readonly dataSegments: number;
  /** Those of them with a DSS mapping, or with MP_CAPABLE, which maps the first data. */
  readonly mappedSegments: number;
  /** Whether the last segment with payload was mapped. */
  readonly mappedToTheEnd: boolean;
  /** Either end announced the fallback to TCP: a mapping of length 0. */
  readonly infiniteMapping: boolean;
  readonly resetByServer: boolean;
}

type Tracked = {
  -readonly [key in Exclude<keyof Subflow, 'payloadBytes'>]: Subflow[key];
} & { readonly payloadBytes: Map<string, number>; readonly isn: number };

/** Sorts segments, in the order of time, into subflows; segments of a connection whose SYN is missing are left out. */
export function trackSubflows(segments: Iterable<CapturedSegment>, port: number): Subflow[] {
  const subflows: Tracked[] = [];
  const latest = new Map<string, Tracked>();
  for (const segment of segments) {
    const toServer = segment.destinationPort === port;
    const key = connectionKey(segment, toServer);
    const known = latest.get(key);
    const opens = toServer && segment.syn && !segment.ack;
    if (opens && known?.isn !== segment.sequence) {
      const subflow = open(segment);
      latest.set(key, subflow);
      subflows.push(subflow);
    } else if (known && toServer) {
      noteSent(known, segment);
    } else if (known) {
      noteReceived(known, segment);
    }
  }
  return subflows;
}

function connectionKey(segment: TcpSegment, toServer: boolean): string {
  const { source, sourcePort, destination, destinationPort } = segment;
  return toServer
    ? `${source} ${sourcePort} ${destination}`
    : `${destination} ${destinationPort} ${source}`;
}

function open(segment: CapturedSegment): Tracked {
  return {
    isn: segment.sequence,
    clientAddress: segment.source,
    serverAddress: segment.destination,
    syn: stepOf(segment),
    synAck: null,
    thirdAck: null,
    payloadBytes: new Map(),
    acknowledgedBytes: 0,
    dataSegments: 0,
    mappedSegments: 0,
    mappedToTheEnd: true,
    infiniteMapping: false,
    resetByServer: false,
  };
}

function noteSent(subflow: Tracked, segment: CapturedSegment): void {
  if (segment.syn || segment.rst) return;
  subflow.thirdAck ??= stepOf(segment);
  noteInfiniteMapping(subflow, segment);
  if (segment.payloadLength === 0) return;
  const mapped = segment.mptcp.some(mapsData);
  const sum = subflow.payloadBytes.get(segment.device) ?? 0;
  subflow.payloadBytes.set(segment.device, sum + segment.payloadLength);
  subflow.dataSegments += 1;
  subflow.mappedSegments += mapped ? 1 : 0;
  subflow.mappedToTheEnd = mapped;
}

function noteReceived(subflow: Tracked, segment: CapturedSegment): void {
  if (segment.rst) subflow.resetByServer = true;
  else if (segment.syn) subflow.synAck ??= stepOf(segment);
  else {
    noteInfiniteMapping(subflow, segment);
    noteAcknowledged(subflow, segment);
  }
}

/** Sequence numbers wrap at 2^32, so an acknowledgement counts from the last one (RFC 9293 section 3.4). */
function noteAcknowledged(subflow: Tracked, { ack, acknowledgement }: TcpSegment): void {
  const first = subflow.isn + 1;
  const more = (acknowledgement - first - subflow.acknowledgedBytes) >>> 0;
  if (ack && more < 2 ** 31) subflow.acknowledgedBytes += more;
}

function noteInfiniteMapping(subflow: Tracked, { mptcp }: TcpSegment): void {
  subflow.infiniteMapping ||= mptcp.some(
    (option) => option.subtype === 'dss' && option.mapping?.dataLength === 0,
  );
}

function mapsData(option: MptcpOption): boolean {
  if (option.subtype === 'mp-capable') return option.receiverKey !== null;
  return option.subtype === 'dss' && (option.mapping?.dataLength ?? 0) > 0;
}

function stepOf({ device, mptcp, optionsCut }: CapturedSegment): HandshakeStep {
  return {
    device,
    capable: mptcp.find((option) => option.subtype === 'mp-capable') ?? null,
    join: mptcp.find((option) => option.subtype === 'mp-join') ?? null,
    cut: optionsCut,
  };
}
