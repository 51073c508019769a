import { CaptureReader } from '../../src/analyze/capture-reader.js';
import type { Dss } from '../../src/analyze/dss.js';
import type { Flow } from '../../src/analyze/flow.js';
import type { KeyFacts } from '../../src/analyze/keys.js';
import { linkLayer, networkStart } from '../../src/analyze/link-layer.js';
import type { MptcpOption } from '../../src/analyze/mptcp-option.js';
import { Tracker } from '../../src/analyze/tracker.js';

/** A TCP segment as the analyser sees it once all of the capture is read. */
export interface Segment {
  readonly frame: number;
  readonly options: readonly MptcpOption[];
  readonly dss: Dss | null;
  readonly payloadLength: number;
  readonly flow: number;
  readonly connection: number;
  readonly isInitial: boolean;
  /** Of a handshake's packet: what follows from its sender's key. */
  readonly key: KeyFacts | null;
  /** Relative to the other end's initial data sequence number. */
  readonly dataAck: number | null;
  /** 64 bits, of the first byte of payload. */
  readonly dataSequence: bigint | null;
}

/** Reads a capture of one interface as the analyser does, packet by packet. */
export function segmentsOf(bytes: Uint8Array): Segment[] {
  const reader = new CaptureReader();
  const tracker = new Tracker();
  reader.window.ended = true;
  reader.window.feed(bytes);
  const segments: (Omit<Segment, 'flow' | 'connection' | 'isInitial'> & { readonly of: Flow })[] =
    [];
  const next = () => {
    reader.advance();
    return reader.state === 'packet';
  };
  while (next()) {
    const { packet } = tracker;
    const { frame } = reader;
    const { start, end, wireLength } = frame;
    Object.assign(packet, { bytes: frame.bytes, start, end, wireLength, timeNs: reader.packets });
    const link = linkLayer(reader.reader!.interfaces[frame.interface]!.linkType);
    if (!packet.decode(networkStart(link, frame.bytes, frame))) continue;
    tracker.track();
    segments.push(seen(tracker, reader.packets));
  }
  const flows = tracker.table.flows;
  return segments.map(({ of, ...segment }) => ({
    ...segment,
    flow: flows.indexOf(of),
    connection: of.connection === null ? -1 : tracker.connections.all.indexOf(of.connection),
    isInitial: of.kind === 'initial',
  }));
}

function seen({ packet, options, table }: Tracker, frame: number) {
  const of = table.find(packet)!;
  const { capable, join, signals, hasDss } = options;
  const [from, to] = [of.endOf(table.side), of.endOf(table.side === 0 ? 1 : 0)];
  const dss = hasDss ? (Object.assign(Object.create(null), options.dss) as Dss) : null;
  const data = of.connection?.data;
  const direction = of.sent[table.side];
  const at = direction.offsetOf(packet.sequence);
  const isMapped = packet.payloadLength > 0 && direction.mappings.find(at);
  return {
    ...{ of, frame, dss, payloadLength: packet.payloadLength },
    options: [capable, join, ...signals].filter((it) => it !== null),
    key: capable?.senderKey ? (of.connection?.keys[from] ?? null) : null,
    dataAck: dss?.hasAck && data ? data[to].acknowledged + 1 : null,
    dataSequence:
      isMapped && !direction.mappings.isInfinite && data
        ? sequenceAt(data[from], direction.mappings.offsetOf(at))
        : null,
  };
}

function sequenceAt(
  { baseUpper, baseLower }: { baseUpper: number; baseLower: number },
  offset: number,
): bigint {
  return BigInt.asUintN(64, (BigInt(baseUpper) << 32n) + BigInt(baseLower) + BigInt(offset));
}
