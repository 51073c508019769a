import { analysisFields, optionFields, type Field } from './fields.js';
import { segmentsOf, type Segment } from './segments.js';
import type { Shown } from './tshark.js';

export interface Comparison {
  /** What differs, in plain words. */
  readonly differences: readonly string[];
  /** Values that are equal, by field. */
  readonly equal: ReadonlyMap<string, number>;
}

/** Every field of the table. */
export const fields = [...optionFields, ...analysisFields];

/** Compares every field of the table on every TCP segment of a capture with what tshark read. */
export function compare(bytes: Uint8Array, theirs: ReadonlyMap<number, Shown>): Comparison {
  const segments = segmentsOf(bytes);
  const differences: string[] = [];
  if (theirs.size !== segments.length) {
    differences.push(`${segments.length} segments, tshark ${theirs.size}`);
  }
  const equal = new Map<string, number>();
  for (const segment of segments) {
    const shown = theirs.get(segment.frame) ?? new Map<string, readonly string[]>();
    for (const field of fields) {
      const [ours, theirsOf] = [valuesOf(field, segment), expected(field, shown)];
      if (theirsOf === null) continue;
      if (ours.join() === theirsOf.join()) {
        equal.set(field.name, (equal.get(field.name) ?? 0) + ours.length);
      } else {
        differences.push(
          `frame ${segment.frame} ${field.name}: ${ours.join()}, tshark ${theirsOf.join()}`,
        );
      }
    }
  }
  return { differences, equal };
}

function valuesOf({ ours }: Field, segment: Segment): string[] {
  return ours(segment)
    .map((value) => String(typeof value === 'boolean' ? Number(value) : value))
    .sort();
}

/** Null where there is nothing to compare: the analysis of tshark leaves out what it does not know. */
function expected(field: Field, shown: Shown): string[] | null {
  const values = (shown.get(field.name) ?? []).map(normal).sort();
  if (optionFields.includes(field)) return values;
  return values.length === 0 ? null : values;
}

/** Whole numbers as decimals: tshark writes some as hex. */
function normal(value: string): string {
  return value.startsWith('0x') ? BigInt(value).toString() : value;
}
