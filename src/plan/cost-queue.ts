import { certain } from './certain.js';

interface Entry {
  readonly vertex: number;
  readonly cost: number;
}

/** A binary heap of vertices, cheapest first. A vertex pushed again at a lower cost comes twice. */
export class CostQueue {
  readonly #heap: Entry[] = [];

  push(vertex: number, cost: number): void {
    const heap = this.#heap;
    let hole = heap.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = certain(heap[parent]);
      if (above.cost <= cost) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = { vertex, cost };
  }

  pop(): Entry | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) this.#sink(last);
    return top;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let hole = 0;
    for (;;) {
      let below = 2 * hole + 1;
      const right = heap[below + 1];
      if (right !== undefined && right.cost < certain(heap[below]).cost) below += 1;
      const child = heap[below];
      if (child === undefined || child.cost >= entry.cost) break;
      heap[hole] = child;
      hole = below;
    }
    heap[hole] = entry;
  }
}
