/** Does something with every item, a few at a time, and keeps the results in the items' order. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  jobs: number,
  action: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [place, item] of left) results[place] = await action(item);
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}
