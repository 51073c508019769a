import type { End } from './connection.js';
import type { Flow } from './flow.js';

/** What was said of a subflow being a backup, and when among all that was: the latest holds. */
export interface Priority {
  readonly backup: boolean;
  readonly order: number;
}

export const unsaid: Priority = { backup: false, order: 0 };

/** What MP_PRIO said last of each address that flows have: at most two for a flow, whatever is signalled. */
export class Priorities {
  readonly #latest = new Map<number, Priority>();

  /** A flow has this address of an end. */
  know(end: End, addressId: number): void {
    const key = keyOf(end, addressId);
    if (!this.#latest.has(key)) this.#latest.set(key, unsaid);
  }

  /** Nothing happens where no flow has the address. */
  note(end: End, addressId: number, priority: Priority): void {
    const key = keyOf(end, addressId);
    if (this.#latest.has(key)) this.#latest.set(key, priority);
  }

  of(end: End, addressId: number): Priority {
    return this.#latest.get(keyOf(end, addressId)) ?? unsaid;
  }

  /** Takes over those of the same connection, whose ends were taken for each other where `isTurned`. */
  adopt(earlier: Priorities, isTurned: boolean): void {
    for (const [theirs, priority] of earlier.#latest) {
      const key = isTurned ? theirs ^ keyOf(1, 0) : theirs;
      const own = this.#latest.get(key);
      if (own === undefined || own.order < priority.order) this.#latest.set(key, priority);
    }
  }
}

function keyOf(end: End, addressId: number): number {
  return (end << 8) | addressId;
}

/** Whether a flow is a backup by what was said last: on it, or of an address that it had by then. */
export function isBackup(flow: Flow): boolean {
  let latest = flow.priority;
  for (const side of [0, 1] as const) {
    const addressId = flow.addressId(side);
    if (addressId === null || flow.connection === null) continue;
    const priority = flow.connection.priorities.of(flow.endOf(side), addressId);
    if (priority.order > flow.addressOrder[side] && priority.order > latest.order)
      latest = priority;
  }
  return latest.backup;
}
