export interface SegmentSize {
  id: number;
  documents: number;
  /** Not deleted. */
  live: number;
}

/** A segment stays if it has this many times the documents of all smaller ones. */
const RATIO = 8;
/** Segments with a larger deleted fraction are rewritten. */
const DEAD = 0.25;
/** Segments allowed during a backlog… */
const CROWD = 32;
/** … before this many, the smallest, are merged. */
const CROWD_MERGED = 24;

/**
 * The segments to merge next. Sizes are geometric: few segments, and large ones are rewritten
 * rarely. Waits during a `backlog`, or each paper would be written several times.
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
