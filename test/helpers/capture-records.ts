/** A little-endian capture, cut where its packets start. */
export interface CaptureRecords {
  /** All before the first packet. */
  readonly head: Uint8Array;
  readonly records: readonly Uint8Array[];
  /** Bytes of a record before its packet's. */
  readonly headerBytes: number;
}

/** Cuts a pcap, or a pcapng whose packets are all enhanced ones. */
export function recordsOf(capture: Uint8Array): CaptureRecords {
  const view = new DataView(capture.buffer, capture.byteOffset, capture.length);
  const isPcapng = view.getUint32(0, true) === 0x0a0d0d0a;
  const lengthOf = (at: number) =>
    isPcapng ? view.getUint32(at + 4, true) : 16 + view.getUint32(at + 8, true);
  let at = 24;
  if (isPcapng) for (at = 0; view.getUint32(at, true) !== 6;) at += lengthOf(at);
  const head = capture.slice(0, at);
  const records: Uint8Array[] = [];
  for (; at + 16 <= capture.length; at += lengthOf(at)) {
    records.push(capture.slice(at, at + lengthOf(at)));
  }
  return { head, records, headerBytes: isPcapng ? 28 : 16 };
}
