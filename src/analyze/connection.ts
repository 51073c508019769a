import type { Budget } from './budget.js';
import { DataStream } from './data-stream.js';
import type { Flow } from './flow.js';
import { keyFacts, type KeyFacts, type MptcpVersion } from './keys.js';
import type { MpSignal } from './mptcp-option.js';
import { Priorities } from './priorities.js';

/** Which end of a connection: 0 opened it, 1 answered. */
export type End = 0 | 1;
export const client = 0;
export const server = 1;

export function other(end: End): End {
  return end === client ? server : client;
}

/** A signal and where it was seen. */
export interface SeenSignal {
  readonly timeNs: number;
  readonly flow: Flow;
  readonly from: End;
  readonly signal: MpSignal | { readonly subtype: 'infinite-mapping' };
}

const maxEvents = 1000;

/** An MPTCP connection: its keys and, over all subflows, its data and signals. */
export class Connection {
  version: MptcpVersion | null = null;
  readonly keys: [KeyFacts | null, KeyFacts | null] = [null, null];
  /** As a join named it, where the key is not known. */
  readonly namedTokens: [number | null, number | null] = [null, null];
  checksumRequired = false;
  readonly checksums = { valid: 0, wrong: 0, unchecked: 0 };
  readonly flows: Flow[] = [];
  /** What each end sent. */
  readonly data: readonly [DataStream, DataStream];
  readonly priorities = new Priorities();
  readonly signals: SeenSignal[] = [];
  signalsLeftOut = 0;
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
    this.data = [new DataStream(budget), new DataStream(budget)];
  }

  /** Learns an end's key; what it sent can be placed then. */
  learnKey(end: End, key: Uint8Array): KeyFacts {
    const facts = keyFacts(key, this.version ?? 1);
    this.keys[end] = facts;
    const lower = facts.idsnLower + 1;
    const carry = lower === 2 ** 32 ? 1 : 0;
    const [upper, wrapped] = [(facts.idsnUpper + carry) % 2 ** 32, lower % 2 ** 32];
    const stream = this.data[end];
    if (stream.hasBase) moveData(this.flows, end, stream.rebase(upper, wrapped));
    else stream.setBase(upper, wrapped);
    return facts;
  }

  token(end: End): number | null {
    return this.keys[end]?.token ?? this.namedTokens[end];
  }

  /** Takes over what a join showed of this connection before its keys were known. */
  adopt(earlier: Connection, isTurned: boolean): void {
    for (const end of [client, server] as const) {
      const shift = this.data[end].adopt(earlier.data[isTurned ? other(end) : end]);
      moveData(earlier.flows, end, shift);
    }
    this.priorities.adopt(earlier.priorities, isTurned);
    for (const verdict of ['valid', 'wrong', 'unchecked'] as const) {
      this.checksums[verdict] += earlier.checksums[verdict];
    }
    this.signalsLeftOut += earlier.signalsLeftOut;
    this.#budget.events += earlier.signals.length;
    for (const signal of earlier.signals) {
      this.note({ ...signal, from: isTurned ? other(signal.from) : signal.from });
    }
  }

  note(signal: SeenSignal): void {
    if (this.signals.length >= maxEvents || this.#budget.events <= 0) {
      this.signalsLeftOut += 1;
      return;
    }
    this.#budget.events -= 1;
    this.signals.push(signal);
  }
}

/** Moves what the flows of an end noted in offsets of its data. */
function moveData(flows: readonly Flow[], end: End, shift: number): void {
  for (const { sent, openerEnd } of flows) {
    const { mappings, timeline } = sent[openerEnd === end ? 0 : 1];
    mappings.move(shift);
    timeline.move(shift);
  }
}
