import type { Budget } from './budget.js';
import { client, Connection, other, server, type End } from './connection.js';
import type { Flow } from './flow.js';
import type { MpCapable, MpJoin } from './mptcp-option.js';

/** All MPTCP connections, found again by their tokens. */
export class Connections {
  readonly all: Connection[] = [];
  readonly #byToken = new Map<number, Connection>();
  readonly #budget: Budget;
  #order = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** The place of what is said next of a subflow being a backup; from 1. */
  nextOrder(): number {
    return (this.#order += 1);
  }

  /** MP_CAPABLE on a flow: its connection's keys. */
  noteCapable(flow: Flow, side: 0 | 1, capable: MpCapable): void {
    const connection = flow.connection ?? this.open(flow, 'initial');
    if (flow.kind === 'unknown') flow.kind = 'initial';
    // An answer may come down to the version that both speak.
    const isFirst = connection.keys.every((key) => key === null);
    if (isFirst) connection.version = capable.version === 0 ? 0 : 1;
    connection.checksumRequired ||= capable.checksumRequired;
    const sender = flow.endOf(side);
    this.#learn(connection, sender, capable.senderKey);
    this.#learn(connection, other(sender), capable.receiverKey);
  }

  /** MP_JOIN of a SYN on a flow: the connection whose token it names. */
  noteJoin(flow: Flow, join: MpJoin): void {
    if (flow.connection !== null) return;
    if (join.step !== 'syn') {
      this.open(flow, 'join');
      return;
    }
    const known = this.#byToken.get(join.token);
    const connection = known ?? this.open(flow, 'join');
    if (known === undefined) {
      connection.namedTokens[server] = join.token;
      this.#byToken.set(join.token, connection);
    } else {
      this.#attach(flow, connection, 'join');
    }
    flow.openerEnd = connection.token(server) === join.token ? client : server;
  }

  /** A connection of its own for a flow. */
  open(flow: Flow, kind: Flow['kind']): Connection {
    const connection = new Connection(this.#budget);
    this.all.push(connection);
    this.#attach(flow, connection, kind);
    return connection;
  }

  #attach(flow: Flow, connection: Connection, kind: Flow['kind']): void {
    flow.kind = kind;
    flow.connection = connection;
    connection.flows.push(flow);
  }

  #learn(connection: Connection, end: End, key: Uint8Array | null): void {
    if (key === null || connection.keys[end] !== null) return;
    const { token } = connection.learnKey(end, key);
    const earlier = this.#byToken.get(token);
    this.#byToken.set(token, connection);
    // A join that was seen before the handshake it needs, by another clock.
    if (earlier !== undefined && earlier !== connection) this.#absorb(earlier, connection, end);
  }

  #absorb(earlier: Connection, connection: Connection, named: End): void {
    if (earlier.keys.some((key) => key !== null)) return;
    const isTurned = named === client;
    for (const flow of earlier.flows) {
      if (isTurned) flow.openerEnd = other(flow.openerEnd);
      flow.connection = connection;
      connection.flows.push(flow);
    }
    connection.adopt(earlier, isTurned);
    this.all.splice(this.all.indexOf(earlier), 1);
  }
}
