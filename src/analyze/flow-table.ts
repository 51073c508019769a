import type { Budget } from './budget.js';
import { Flow } from './flow.js';
import { flag, type Packet } from './packet.js';

const maxFlows = 16_384;
/** Flows with one hash; more is an attack on the table. */
const maxChain = 64;

/** The TCP connections that are being followed, by addresses and ports. */
export class FlowTable {
  /** In the order of their first packet; plain TCP leaves it when there are too many. */
  flows: Flow[] = [];
  /** Plain TCP connections that were let go, and their payload. */
  readonly forgotten = { connections: 0, payloadBytes: 0 };
  /** Packets of connections that there was no room for. */
  untracked = 0;
  /** Which side sent the packet found last. */
  side: 0 | 1 = 0;
  readonly #heads = new Map<number, Flow>();
  #latest: Flow | null = null;
  #earlier: Flow | null = null;
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** The flow of a packet, made anew for its first one and where a SYN reuses its ports; null without room. */
  find(packet: Packet): Flow | null {
    const flow = this.#known(packet);
    if (flow !== null && !(packet.has(flag.syn) && isAnother(flow, packet))) return flow;
    return this.#open(packet);
  }

  #known(packet: Packet): Flow | null {
    const recent = this.#amongRecent(packet);
    if (recent !== null) return recent;
    for (let flow = this.#heads.get(hash(packet)) ?? null; flow !== null; flow = flow.next) {
      const side = flow.sideOf(packet);
      if (side === -1) continue;
      this.side = side;
      this.#remember(flow);
      return flow;
    }
    return null;
  }

  /** Two subflows alternate, so two are tried before all. */
  #amongRecent(packet: Packet): Flow | null {
    for (let turn = 0; turn < 2; turn += 1) {
      const flow = this.#latest;
      const side = flow === null ? -1 : flow.sideOf(packet);
      if (side !== -1) {
        this.side = side;
        return flow;
      }
      this.#latest = this.#earlier;
      this.#earlier = flow;
    }
    return null;
  }

  #remember(flow: Flow): void {
    this.#earlier = this.#latest;
    this.#latest = flow;
  }

  #open(packet: Packet): Flow | null {
    if (this.flows.length >= maxFlows) this.#forgetPlain();
    if (this.flows.length >= maxFlows) {
      this.untracked += 1;
      return null;
    }
    const flow = new Flow(packet, this.#budget);
    this.#link(flow, hash(packet));
    this.flows.push(flow);
    this.#remember(flow);
    this.side = flow.sideOf(packet) === 1 ? 1 : 0;
    return flow;
  }

  #link(flow: Flow, key: number): void {
    flow.next = this.#heads.get(key) ?? null;
    this.#heads.set(key, flow);
    let last: Flow | null = flow;
    for (let length = 1; last !== null && length < maxChain; length += 1) last = last.next;
    if (last !== null) last.next = null;
  }

  #forgetPlain(): void {
    const plain = this.flows.filter(({ kind }) => kind === 'plain');
    this.forgotten.connections += plain.length;
    for (const { sent } of plain) {
      this.forgotten.payloadBytes += sent[0].payloadBytes + sent[1].payloadBytes;
      for (const direction of sent) direction.release();
    }
    this.flows = this.flows.filter(({ kind }) => kind !== 'plain');
    this.#heads.clear();
    this.#latest = this.#earlier = null;
    for (const flow of this.flows) this.#link(flow, hashOf(flow));
  }
}

/** A SYN that is not the flow's own: its ports are used again. */
function isAnother(flow: Flow, packet: Packet): boolean {
  if (packet.has(flag.ack)) return false;
  const { syn, synAck } = flow.steps;
  if (syn !== null) return syn.sequence !== packet.sequence;
  // Clocks of two captures differ: the answer was seen before the SYN.
  return synAck === null || flow.sent[0].base !== ((packet.sequence + 1) | 0);
}

type Tuple = Pick<Packet, 'source' | 'destination' | 'sourcePort' | 'destinationPort' | 'version'>;

/** The same for both directions. */
function hash({ source, destination, sourcePort, destinationPort, version }: Tuple): number {
  let mixed = sourcePort + destinationPort;
  const count = version === 4 ? 1 : 4;
  for (let word = 0; word < count; word += 1) {
    mixed = Math.imul(mixed ^ ((source[word] ?? 0) + (destination[word] ?? 0)), 0x9e3779b1);
  }
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ sourcePort ^ destinationPort;
}

function hashOf({ words, ports, version }: Flow): number {
  const [source, destination] = words;
  const [sourcePort, destinationPort] = ports;
  return hash({ source, destination, sourcePort, destinationPort, version });
}
