import { diff3Merge } from 'node-diff3';

/**
 * One note out of two that grew from `base` at the same time, in two tabs say. What either side
 * added is in the result; where both changed the same line, both stand there, `theirs` first.
 * Nothing is marked: a note is prose, and conflict marks would be one more thing to clean up.
 */
export function mergeNotes(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  // One side went on typing where the other stopped: the longer text holds both.
  if (mine.startsWith(theirs) && theirs.startsWith(base)) return mine;
  if (theirs.startsWith(mine) && mine.startsWith(base)) return theirs;
  return diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), {
    excludeFalseConflicts: true,
  })
    .flatMap(({ ok, conflict }) => ok ?? [...(conflict?.b ?? []), ...(conflict?.a ?? [])])
    .join('\n');
}
