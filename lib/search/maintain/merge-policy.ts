/** A segment as far as merging goes. */
export interface SegmentSize {
  id: number;
  documents: number;
  /** How many of them are still good. */
  live: number;
}

/** A segment stays alone while it has so many times the documents of all smaller ones together. */
const RATIO = 8;
/** A greater part of a segment than this is not left to lie dead. */
const DEAD = 0.25;
/** While a backlog is taken in, so many segments may come together… */
const CROWD = 16;
/** … of which then so many, the smallest, become one. */
const CROWD_MERGED = 12;

/**
 * The segments to make one of next; none when all is well. Each size is some times that of all
 * smaller ones, so there are few, and what is small and new is written again often, what is large
 * seldom. While more is to come (`backlog`) merging waits, or each paper would be written ten times.
 */
export function segmentsToMerge(segments: readonly SegmentSize[], backlog: boolean): number[] {
  const descending = segments.toSorted((a, b) => b.live - a.live);
  const ids = descending.map(({ id }) => id);
  if (backlog) return segments.length < CROWD ? [] : ids.slice(-CROWD_MERGED);
  let smaller = descending.reduce((sum, { live }) => sum + live, 0);
  for (const [index, segment] of descending.entries()) {
    smaller -= segment.live;
    const isOnly = index === descending.length - 1;
    const isTooSmall = !isOnly && segment.live < RATIO * smaller;
    const isTooDead = segment.documents - segment.live > DEAD * segment.documents;
    if (isTooSmall || isTooDead) return ids.slice(index);
  }
  return [];
}
