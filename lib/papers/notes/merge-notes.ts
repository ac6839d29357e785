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
    .flatMap(
      ({ ok, conflict }) => ok ?? both(conflict?.o ?? [], conflict?.a ?? [], conflict?.b ?? []),
    )
    .join('\n');
}

type Lines = readonly string[];

/**
 * Where both sides changed the same lines of `base`: theirs, then mine, without what either took
 * out, and once where the two agree. What `theirs` holds of mine already is not added again.
 */
function both(base: Lines, mine: Lines, theirs: Lines): Lines {
  const a = withoutRemoved(mine, base, theirs);
  const b = withoutRemoved(theirs, base, mine);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const added = a.slice(start, a.length - end);
  const rest = b.length - end;
  return holds(b.slice(start, rest), added) ? b : [...b.slice(0, rest), ...added, ...b.slice(rest)];
}

/** The lines of one side that the other did not take out. An empty one parts paragraphs, and stays. */
function withoutRemoved(side: Lines, base: Lines, other: Lines): Lines {
  return side.filter((line) => line === '' || !base.includes(line) || other.includes(line));
}

/** Whether all of `lines` stand in `text`, in this order. */
function holds(text: Lines, lines: Lines): boolean {
  let found = 0;
  for (const line of text) if (line === lines[found]) found += 1;
  return found === lines.length;
}
