import type { ImportedRecord } from './format';

/** So much is handed to a page, or written by it, at once: what takes it a frame or two. */
const PORTION = 1_000_000;

/** What a tag or a name, and what a sighting costs, in letters. */
const NAME = 50;
const SIGHTING = 500;

/** How much there is of a record, in letters of its texts, roughly: what handling it costs. */
export function sizeOf({ paper, entry, history }: Omit<ImportedRecord, 'line'>): number {
  const texts = paper.title.length + (paper.abstract?.length ?? 0) + (entry.note?.length ?? 0);
  const names = (paper.authors?.length ?? 0) + (entry.tags?.length ?? 0);
  return texts + names * NAME + (history?.sightings.length ?? 0) * SIGHTING;
}

/** `items` in their order, so many together as make up a portion, or one alone that is larger. */
export function* portions<T>(items: readonly T[], sizeOfItem: (item: T) => number): Generator<T[]> {
  let portion: T[] = [];
  let size = 0;
  for (const item of items) {
    const more = sizeOfItem(item);
    if (portion.length > 0 && size + more > PORTION) {
      yield portion;
      portion = [];
      size = 0;
    }
    portion.push(item);
    size += more;
  }
  if (portion.length > 0) yield portion;
}

/** Whether items of `size` together are as many as should be handed on at once. */
export function isPortion(size: number): boolean {
  return size >= PORTION;
}
