import { diff3Merge } from 'node-diff3';

/**
 * One note out of two that grew from `base` at the same time, in two tabs say. What either side
 * added is in the result; where both changed the same line, both stand there, `theirs` first.
 * Nothing is marked: a note is prose, and conflict marks would be one more thing to clean up. A
 * merge that is made again, since a message was sent twice, doubles no line.
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
    .flatMap(({ ok, conflict }) => ok ?? both(conflict?.a ?? [], conflict?.b ?? []))
    .join('\n');
}

/** `theirs`, then `mine`, unless `theirs` holds mine already: then this is a merge made before. */
function both(mine: readonly string[], theirs: readonly string[]): readonly string[] {
  let found = 0;
  for (const line of theirs) if (line === mine[found]) found += 1;
  return found === mine.length ? theirs : [...theirs, ...mine];
}
