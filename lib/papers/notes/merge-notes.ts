import { diff3Merge } from 'node-diff3';

/**
 * Three-way merge of a note edited in two tabs at once. Keeps both additions, and both versions of
 * a line changed by both, `theirs` first, without conflict marks. Idempotent: a message may be sent
 * twice.
 */
export function mergeNotes(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  // One continued where the other stopped: the longer text contains both.
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
 * Resolves a conflict: theirs, then mine, shared lines once, without lines that either removed.
 * Adds nothing that `theirs` already contains.
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

/** Empty lines stay, since they separate paragraphs. */
function withoutRemoved(side: Lines, base: Lines, other: Lines): Lines {
  return side.filter((line) => line === '' || !base.includes(line) || other.includes(line));
}

/** Whether `text` contains `lines` in this order. */
function holds(text: Lines, lines: Lines): boolean {
  let found = 0;
  for (const line of text) if (line === lines[found]) found += 1;
  return found === lines.length;
}
