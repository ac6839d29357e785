/** Above any library; fits 53 bits with a 32-bit key. */
const PLACES = 2 ** 21;
const LAST_KEY = 2 ** 32 - 1;

/**
 * Stable sort by `keys[document]` (unsigned 32-bit). Packs key and place into one number, as native
 * sort is fast from the first call.
 */
export function sortedByKey(
  documents: Uint32Array,
  keys: Uint32Array,
  descending: boolean,
): Uint32Array {
  const packed = new Float64Array(documents.length);
  for (let place = 0; place < packed.length; place += 1) {
    const key = keys[documents[place] ?? 0] ?? 0;
    packed[place] = (descending ? LAST_KEY - key : key) * PLACES + place;
  }
  packed.sort();
  const sorted = new Uint32Array(documents.length);
  for (let at = 0; at < sorted.length; at += 1) {
    sorted[at] = documents[(packed[at] ?? 0) % PLACES] ?? 0;
  }
  return sorted;
}

/** By `savedAt` (ms since epoch), latest first. */
export function newestFirst(savedAt: Float64Array): Uint32Array {
  const documents = new Uint32Array(savedAt.length);
  const low = new Uint32Array(savedAt.length);
  const high = new Uint32Array(savedAt.length);
  for (const [document, time] of savedAt.entries()) {
    documents[document] = document;
    low[document] = time % 2 ** 32;
    high[document] = time / 2 ** 32;
  }
  return sortedByKey(sortedByKey(documents, low, true), high, true);
}

/** Merges sorted lists; `before` says whether `a` precedes `b`. */
export function mergeOrders(
  lists: readonly Uint32Array[],
  before: (a: number, b: number) => boolean,
): Uint32Array {
  const open = lists
    .filter((list) => list.length > 0)
    .map((list) => ({ list, at: 0, head: list[0] ?? 0 }));
  const merged = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let count = 0;
  while (open.length > 1) {
    let first = open[0];
    for (const other of open) {
      if (first === undefined || before(other.head, first.head)) first = other;
    }
    if (first === undefined) break;
    merged[count++] = first.head;
    first.at += 1;
    if (first.at === first.list.length) open.splice(open.indexOf(first), 1);
    else first.head = first.list[first.at] ?? 0;
  }
  const [last] = open;
  if (last !== undefined) merged.set(last.list.subarray(last.at), count);
  return merged;
}
