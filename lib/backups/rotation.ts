import type { Copy } from '@/lib/settings/backup-files';

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
 * Sorts out the oldest automatic copies at `now` (ms since epoch), but for one that outlasts its
 * turn. A file whose name a later copy took over, after the reader deleted or moved the former, is
 * that later copy's.
 */
export function rotate(copies: readonly Copy[], keep: number, now: number): Rotation {
  const newestFirst = sorted(copies, now);
  const full = outlasting(copies, keep, now);
  const stays = new Set([
    ...newestFirst.filter(({ automatic }) => automatic).slice(0, keep),
    ...newestFirst.filter(({ automatic }) => !automatic).slice(0, LISTED_BY_HAND),
    ...(full === undefined ? [] : [full]),
  ]);
  const kept = newestFirst.filter((copy) => stays.has(copy));
  const names = new Set(kept.map(({ fileName }) => fileName));
  const removed = newestFirst.filter(
    (copy) => copy.automatic && !stays.has(copy) && !names.has(copy.fileName),
  );
  return { kept, removed };
}

/**
 * The fullest of the automatic copies before the newest `keep`, while none of these holds half of
 * it: the library may have been lost, and nobody noticed yet. Undefined when there is none.
 */
export function outlasting(copies: readonly Copy[], keep: number, now: number): Copy | undefined {
  const automatic = sorted(copies, now).filter((copy) => copy.automatic);
  const most = Math.max(0, ...automatic.slice(0, keep).map(({ standing }) => standing.entries));
  const [fullest] = automatic
    .slice(keep)
    .toSorted((a, b) => b.standing.entries - a.standing.entries);
  return fullest !== undefined && most * 2 < fullest.standing.entries ? fullest : undefined;
}

/** Newest first. One whose time lies ahead is of a clock that was set back since, so it is older. */
function sorted(copies: readonly Copy[], now: number): Copy[] {
  const made = ({ at }: Copy): number => (at > now ? 0 : at);
  return copies.toSorted((a, b) => made(b) - made(a));
}
