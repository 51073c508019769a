import type { CapturedInterface } from '../model/analysis.js';
import type { CaptureReader } from './capture-reader.js';
import { cookedInterface, linkLayer, type LinkLayer } from './link-layer.js';

/** A capture file: its name, and the device it is of where the caller knows. */
export interface CaptureName {
  readonly name: string;
  readonly device?: string;
}

/** More are taken for the one seen last. */
const maxCooked = 1024;

/** An interface packets were seen on. */
export interface SeenInterface {
  /** Its number over all files. */
  readonly number: number;
  readonly capture: number;
  /** Index within the file. */
  readonly described: number;
  /** Index of `-i any` captures, else 0. */
  readonly cooked: number;
  readonly linkType: number;
  readonly link: LinkLayer;
  packets: number;
}

type Part = Pick<SeenInterface, 'described' | 'cooked' | 'linkType'>;

const cookedLinkType = 276;

/** The interfaces of one file, numbered over all files. */
export class Interfaces {
  readonly #all: SeenInterface[];
  readonly #capture: number;
  /** By index within the file, the last one seen. */
  readonly #described: SeenInterface[] = [];
  readonly #cooked = new Map<string, SeenInterface>();

  constructor(all: SeenInterface[], capture: number) {
    this.#all = all;
    this.#capture = capture;
  }

  /** The interface of the packet a reader is at. */
  of({ frame, reader }: CaptureReader): SeenInterface {
    const known = this.#described[frame.interface];
    if (known !== undefined && known.linkType !== cookedLinkType) return known;
    const linkType = known?.linkType ?? reader?.interfaces[frame.interface]?.linkType ?? -1;
    const cooked = cookedInterface(linkType, frame.bytes, frame);
    if (known?.cooked === cooked) return known;
    return this.#another(known, { described: frame.interface, cooked, linkType });
  }

  /** The one that is not the last one seen. */
  #another(known: SeenInterface | undefined, part: Part): SeenInterface {
    const key = `${part.described} ${part.cooked}`;
    const seen = this.#cooked.get(key);
    if (seen === undefined && known !== undefined && this.#cooked.size >= maxCooked) return known;
    const found = seen ?? this.#add(key, part);
    this.#described[part.described] = found;
    return found;
  }

  #add(key: string, part: Part): SeenInterface {
    const place = { number: this.#all.length, capture: this.#capture };
    const link = linkLayer(part.linkType);
    const added: SeenInterface = { ...place, ...part, link, packets: 0 };
    this.#all.push(added);
    this.#cooked.set(key, added);
    return added;
  }
}

/** An interface as it is reported: named by the caller, the file, its index, or the file's name. */
export function describeInterface(
  { capture, described, cooked, linkType, packets }: SeenInterface,
  { name, device, reader }: CaptureName & { readonly reader: CaptureReader },
): CapturedInterface {
  const description = reader.reader?.interfaces[described];
  const own = cooked > 0 ? `interface ${cooked}` : description?.name;
  return {
    capture,
    name: device ?? own ?? name,
    linkType,
    snapLength: description?.snapLength ?? null,
    packets,
    droppedPackets: description?.droppedPackets ?? null,
  };
}
