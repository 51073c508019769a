import { seededRandom } from '../helpers/random.js';

/** Choices that the same seed and index make again, whatever was chosen for other indexes. */
export interface Dice {
  /** A whole number from the least to the most. */
  readonly int: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
}

export function dice(seed: number, index: number): Dice {
  const random = seededRandom(seed * 1_000_003 + index);
  // The first numbers of neighbouring seeds are alike.
  for (let skipped = 0; skipped < 8; skipped += 1) random();
  const int = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    int,
    chance: (probability) => random() < probability,
    pick: (items) => items[int(0, items.length - 1)]!,
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: random() }))
        .sort((one, other) => one.at - other.at)
        .map(({ item }) => item),
  };
}
