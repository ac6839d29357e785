import { hunksOf, type Hunk } from './hunks';

/** A part that both sides changed. */
export interface Conflict {
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
}

interface Merged extends Part {
  content: readonly string[];
  by: 'mine' | 'theirs' | 'both';
}

/**
 * Applies both sides' changes to `base`. Adjacent changes are no conflict; an insertion that the
 * adjacent change already contains is not repeated.
 * @param resolve merges a part that both changed
 */
export function mergeChanges(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  resolve: (conflict: Conflict) => readonly string[],
): string[] {
  const hunks = { mine: hunksOf(base, mine), theirs: hunksOf(base, theirs) };
  const parts = changedParts([...hunks.mine, ...hunks.theirs]).map(({ start, end }): Merged => {
    const own = takeWithin(hunks.mine, start, end);
    const others = takeWithin(hunks.theirs, start, end);
    const conflict = {
      base: base.slice(start, end),
      mine: applied(base, own, start, end),
      theirs: applied(base, others, start, end),
    };
    if (own.length === 0) return { start, end, content: conflict.theirs, by: 'theirs' };
    if (others.length === 0) return { start, end, content: conflict.mine, by: 'mine' };
    return { start, end, content: resolve(conflict), by: 'both' };
  });
  const merged: string[] = [];
  let done = 0;
  for (const [index, part] of parts.entries()) {
    merged.push(...base.slice(done, part.start));
    if (!isRepeated(part, parts[index - 1], parts[index + 1])) merged.push(...part.content);
    done = part.end;
  }
  return [...merged, ...base.slice(done)];
}

/** Whether an adjacent change contains an insertion, as after a message sent twice. */
function isRepeated(
  { start, end, content, by }: Merged,
  before: Merged | undefined,
  after: Merged | undefined,
): boolean {
  if (start !== end || by === 'both') return false;
  const isIn = (other: Merged | undefined, from: number): boolean =>
    other !== undefined &&
    other.by !== by &&
    content.every((token, index) => token === other.content.at(from + index));
  return (
    (before?.end === start && isIn(before, -content.length)) ||
    (after?.start === end && isIn(after, 0))
  );
}

type Part = Pick<Hunk, 'start' | 'end'>;

/** The hunks' places, overlapping ones joined. */
function changedParts(hunks: readonly Hunk[]): Part[] {
  const parts: Part[] = [];
  for (const { start, end } of hunks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = parts.at(-1);
    if (last !== undefined && overlaps(last, { start, end })) last.end = Math.max(last.end, end);
    else parts.push({ start, end });
  }
  return parts;
}

/** Whether parts share a token or insert at the same place. */
function overlaps(one: Part, other: Part): boolean {
  const isSamePlace = one.start === other.start && one.end === other.end;
  return isSamePlace || (one.start < other.end && other.start < one.end);
}

/** Removes and returns the first hunks within a part. */
function takeWithin(hunks: Hunk[], start: number, end: number): Hunk[] {
  let count = 0;
  // An insertion at the start of a replaced part is a separate part.
  while (isWithin(hunks[count], start, end)) count += 1;
  return hunks.splice(0, count);
}

function isWithin(hunk: Hunk | undefined, start: number, end: number): boolean {
  if (hunk === undefined || hunk.end > end) return false;
  return start === end || hunk.start < end;
}

function applied(
  base: readonly string[],
  hunks: readonly Hunk[],
  start: number,
  end: number,
): string[] {
  const result: string[] = [];
  let done = start;
  for (const hunk of hunks) {
    result.push(...base.slice(done, hunk.start), ...hunk.content);
    done = hunk.end;
  }
  return [...result, ...base.slice(done, end)];
}
