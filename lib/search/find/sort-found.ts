import type { Sort } from '@/lib/query/query';
import { sortedByKey } from '../format/order';
import { riseKeys, type Rises } from './rises';
import type { Snapshot } from './snapshot';
import { allSavedAt, newestFirst, titleRanks } from './whole-columns';

/** Last in either direction. */
const UNKNOWN = 0xffff_ffff;

/**
 * Sorts `set`; ties are newest save first, then by id. Papers without the value (day, upvotes,
 * rise) come last.
 * @throws IndexDamaged
 */
export async function sortFound(
  snapshot: Snapshot,
  set: Uint8Array,
  scores: Float32Array | undefined,
  sort: Sort,
  rises: Rises,
): Promise<Uint32Array> {
  const newest = (await newestFirst(snapshot)).filter((document) => set[document] === 1);
  switch (sort.by) {
    case 'saved':
      return sort.descending ? newest : oldestFirst(snapshot, newest);
    case 'relevance':
      // Bits of non-negative floats order like the floats.
      return scores === undefined
        ? newest
        : sortedByKey(newest, new Uint32Array(scores.buffer), sort.descending);
    case 'title':
      return sortedByKey(newest, await titleRanks(snapshot), sort.descending);
    case 'status':
      return sortedByKey(newest, await keysOf(snapshot, 'status', -1), sort.descending);
    case 'upvotes':
      return sortKnown(newest, await keysOf(snapshot, 'upvotes', -1), sort.descending);
    case 'published':
      return sortKnown(newest, await keysOf(snapshot, 'publishedOn', 0), sort.descending);
    case 'rise':
      return sortKnown(newest, await riseKeys(snapshot, rises, UNKNOWN), sort.descending);
  }
}

function sortKnown(documents: Uint32Array, keys: Uint32Array, descending: boolean): Uint32Array {
  const known = documents.filter((document) => keys[document] !== UNKNOWN);
  const sorted = new Uint32Array(documents.length);
  sorted.set(sortedByKey(known, keys, descending));
  sorted.set(
    documents.filter((document) => keys[document] === UNKNOWN),
    known.length,
  );
  return sorted;
}

async function keysOf(
  { parts, documents }: Snapshot,
  column: 'status' | 'upvotes' | 'publishedOn',
  unknown: number,
): Promise<Uint32Array> {
  const all = new Uint32Array(documents);
  for (const { segment, base } of parts) {
    const values = await segment.column(column);
    for (const [at, value] of values.entries())
      all[base + at] = value === unknown ? UNKNOWN : value;
  }
  return all;
}

async function oldestFirst(snapshot: Snapshot, newest: Uint32Array): Promise<Uint32Array> {
  const savedAt = await allSavedAt(snapshot);
  const oldest = newest.toReversed();
  // Papers of the same ms stay ordered by id.
  for (let start = 0; start < oldest.length;) {
    let end = start + 1;
    while (end < oldest.length && savedAt[oldest[end] ?? 0] === savedAt[oldest[start] ?? 0])
      end += 1;
    if (end - start > 1) oldest.subarray(start, end).reverse();
    start = end;
  }
  return oldest;
}
