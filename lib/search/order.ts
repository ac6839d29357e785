const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;
/** Below this many a radix sort's counters cost more than comparing. */
const FEW = 4096;

/**
 * `documents` ordered by the keys that they index (32-bit, not negative); those with the same key
 * stay as they are.
 */
export function sortedByKey(
  documents: Uint32Array,
  keys: Uint32Array,
  descending: boolean,
): Uint32Array {
  const key = (document: number): number => keys[document] ?? 0;
  if (documents.length < FEW) {
    return documents
      .slice()
      .sort(descending ? (a, b) => key(b) - key(a) : (a, b) => key(a) - key(b));
  }
  const flip = descending ? DIGITS - 1 : 0;
  const low = byDigit(documents, (document) => (key(document) & (DIGITS - 1)) ^ flip);
  return byDigit(low, (document) => (key(document) >>> DIGIT_BITS) ^ flip);
}

/** One pass of a radix sort, least digit first. */
function byDigit(documents: Uint32Array, digit: (document: number) => number): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1);
  for (const document of documents) {
    const next = digit(document) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at <= DIGITS; at += 1) {
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  }
  const sorted = new Uint32Array(documents.length);
  for (const document of documents) {
    const at = digit(document);
    const place = starts[at] ?? 0;
    sorted[place] = document;
    starts[at] = place + 1;
  }
  return sorted;
}

/** The documents by `savedAt` (ms since epoch), the latest first. */
export function newestFirst(savedAt: Float64Array): Uint32Array {
  const documents = Uint32Array.from(savedAt, (_, document) => document);
  const low = sortedByKey(
    documents,
    Uint32Array.from(savedAt, (time) => time % 2 ** 32),
    true,
  );
  return sortedByKey(
    low,
    Uint32Array.from(savedAt, (time) => time / 2 ** 32),
    true,
  );
}

/** Several ordered lists as one; `before` tells whether `a` of one comes before `b` of another. */
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
