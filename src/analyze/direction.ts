import type { Budget } from './budget.js';
import { Mappings } from './mappings.js';
import { Ranges } from './ranges.js';
import { Timeline } from './timeline.js';

/** What one end of a TCP connection sent. Offsets are relative to its first payload byte. */
export class Direction {
  hasBase = false;
  /** First payload byte's sequence number; the first seen where no SYN was captured. */
  base = 0;
  /** What to add to a mapping's subflow sequence number for an offset; NaN until it is known. */
  mappingShift = NaN;
  /** Where no SYN was captured: the first mapping's subflow sequence number, null before. */
  firstMapping: number | null = null;
  /** Offset behind the highest byte seen. */
  highest = 0;
  /** Highest offset the other end acknowledged. */
  acknowledged = 0;
  readonly ranges: Ranges;
  readonly mappings = new Mappings();
  readonly timeline: Timeline;
  /** The interface its first packet was seen on; what others show again is not a repetition. */
  primary = -1;
  /** Payload bytes by interface. */
  readonly seen: { readonly interface: number; bytes: number }[] = [];
  segments = 0;
  payloadBytes = 0;
  newBytes = 0;
  repeatedBytes = 0;
  reinjectedBytes = 0;
  mappedSegments = 0;
  isMappedToTheEnd = true;
  /** When the first segment came that no mapping covers; NaN without one. */
  firstUnmappedNs = NaN;
  infiniteMappingNs = NaN;
  dssSeen = false;
  fin = false;
  rst = false;
  optionsCut = 0;

  /** The segment that is being noted: numbers kept here, as V8 makes an object of each that a call takes. */
  start = 0;
  end = 0;
  /** How many of its bytes are new on the flow. */
  fresh = 0;
  /** The data offset behind it; NaN where it is not mapped. */
  offset = NaN;

  constructor(budget: Budget) {
    this.ranges = new Ranges(budget);
    this.timeline = new Timeline(budget);
  }

  /** Gives what it remembers back to the budget; nothing is noted after that. */
  release(): void {
    this.ranges.release();
    this.timeline.release();
  }

  /** Learns the first payload byte's sequence number from a SYN or its acknowledgement. */
  learnBase(sequence: number): void {
    if (this.hasBase) return;
    this.setBase(sequence);
    this.mappingShift = -1;
  }

  setBase(sequence: number): void {
    this.hasBase = true;
    this.base = sequence | 0;
  }

  /** The offset of a mapping's subflow sequence number, which is relative to the SYN's and wraps. */
  mappingOffset(subflowSequence: number): number {
    return this.highest + ((subflowSequence + this.mappingShift - this.highest) | 0);
  }

  /** The offset of a sequence number, which wraps, nearest to the highest seen. */
  offsetOf(sequence: number): number {
    return this.highest + ((sequence - this.base - this.highest) | 0);
  }

  note(number: number, bytes: number): void {
    for (const seen of this.seen) {
      if (seen.interface === number) {
        seen.bytes += bytes;
        return;
      }
    }
    if (this.seen.length < maxInterfaces) this.seen.push({ interface: number, bytes });
  }
}

const maxInterfaces = 64;
