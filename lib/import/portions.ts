import type { ImportedRecord } from './format';

/** Size processed at once, UTF-16 units; takes a page a frame or two. */
const PORTION = 1_000_000;

/** Cost of a tag or name, and of a sighting, UTF-16 units. */
const NAME = 50;
const SIGHTING = 500;

/** A record's rough processing cost, UTF-16 units. */
export function sizeOf({ paper, entry, history }: Omit<ImportedRecord, 'line'>): number {
  const texts = paper.title.length + (paper.abstract?.length ?? 0) + (entry.note?.length ?? 0);
  const names = (paper.authors?.length ?? 0) + (entry.tags?.length ?? 0);
  return texts + names * NAME + (history?.sightings.length ?? 0) * SIGHTING;
}

/** Groups `items` into portions, in order; larger items are alone. */
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

/** Whether `size` (UTF-16 units) fills a portion. */
export function isPortion(size: number): boolean {
  return size >= PORTION;
}
