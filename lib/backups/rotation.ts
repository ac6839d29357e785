import type { Copy } from '../settings/copies';

/** How many of the reader's own copies are listed; their files are never touched. */
const LISTED_BY_HAND = 20;

/** What becomes of the copies when only `keep` automatic ones are kept. */
export interface Rotation {
  /** Those that stay in the list, newest first. */
  kept: Copy[];
  /** Those whose files are to be removed. */
  removed: Copy[];
}

/**
 * Sorts out the oldest automatic copies. A file whose name a later copy took over, after the reader
 * deleted or moved the former, is that later copy's.
 */
export function rotate(copies: readonly Copy[], keep: number): Rotation {
  const newestFirst = copies.toSorted((a, b) => b.at - a.at);
  const stays = new Set([
    ...newestFirst.filter(({ automatic }) => automatic).slice(0, keep),
    ...newestFirst.filter(({ automatic }) => !automatic).slice(0, LISTED_BY_HAND),
  ]);
  const kept = newestFirst.filter((copy) => stays.has(copy));
  const names = new Set(kept.map(({ fileName }) => fileName));
  const removed = newestFirst.filter(
    (copy) => copy.automatic && !stays.has(copy) && !names.has(copy.fileName),
  );
  return { kept, removed };
}
