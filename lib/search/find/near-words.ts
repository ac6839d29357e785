import type { TermCursor } from '../format/dictionary';
import type { Snapshot } from './snapshot';

const MOST = 32;

/** From 0 to 2. @param length in UTF-16 units */
export function forgivenTypos(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Indexed words one or two typos (inserted, missing, wrong or swapped letters) from `word`; at most
 * 32, most frequent first.
 * @throws IndexDamaged
 */
export async function nearWords({ parts }: Snapshot, word: string): Promise<string[]> {
  const limit = forgivenTypos(word.length);
  if (limit === 0) return [];
  const found = new Map<string, number>();
  const distance = boundedDistance(word, limit);
  for (const { segment } of parts) {
    const cursor = (await segment.dictionary()).cursor();
    while (cursor.next()) {
      if (distance(cursor) > limit) continue;
      const like = cursor.word();
      if (like !== word) found.set(like, (found.get(like) ?? 0) + cursor.documents);
    }
  }
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([like]) => like);
}

/**
 * Restricted Damerau-Levenshtein distance (no substring edited twice) to `word`; above `limit`, any
 * greater number.
 */
export function boundedDistance(
  word: string,
  limit: number,
): (term: Pick<TermCursor, 'units' | 'length'>) => number {
  const width = word.length + 1;
  const letters = Uint16Array.from(word, (_, at) => word.charCodeAt(at));
  let [row, former, beforeThat] = [
    new Uint8Array(width),
    new Uint8Array(width),
    new Uint8Array(width),
  ];
  return ({ units, length }) => {
    if (Math.abs(length - word.length) > limit) return limit + 1;
    for (let at = 0; at < width; at += 1) row[at] = at;
    for (let line = 1; line <= length; line += 1) {
      [beforeThat, former, row] = [former, row, beforeThat];
      const unit = units[line - 1] ?? 0;
      const first = Math.max(1, line - limit);
      const last = Math.min(word.length, line + limit);
      // Cells outside the band exceed the limit.
      row[first - 1] = first === 1 ? line : limit + 1;
      let best = row[first - 1] ?? 0;
      for (let at = first; at <= last; at += 1) {
        const isSame = letters[at - 1] === unit;
        let cost = (former[at - 1] ?? 0) + (isSame ? 0 : 1);
        if (at < line + limit) cost = Math.min(cost, (former[at] ?? 0) + 1);
        cost = Math.min(cost, (row[at - 1] ?? 0) + 1);
        if (line > 1 && at > 1 && letters[at - 2] === unit && units[line - 2] === letters[at - 1]) {
          cost = Math.min(cost, (beforeThat[at - 2] ?? 0) + 1);
        }
        row[at] = cost;
        best = Math.min(best, cost);
      }
      if (best > limit) return limit + 1;
    }
    return row[word.length] ?? limit + 1;
  };
}
