/** A change of `base[start, end)` to `content`. */
export interface Hunk {
  start: number;
  end: number;
  content: readonly string[];
}

/** More changes count as one, to bound time and memory. */
const MOST_CHANGES = 500;

/**
 * The fewest changes from `base` to `other`, in order: Myers, "An O(ND) Difference Algorithm and
 * Its Variations" (1986).
 */
export function hunksOf(base: readonly string[], other: readonly string[]): Hunk[] {
  const shorter = Math.min(base.length, other.length);
  let head = 0;
  while (head < shorter && base[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && base.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const from = base.slice(head, base.length - tail);
  const to = other.slice(head, other.length - tail);
  return changesBetween(from, to).map(({ start, end, content }) => ({
    start: start + head,
    end: end + head,
    content,
  }));
}

function changesBetween(from: readonly string[], to: readonly string[]): Hunk[] {
  if (from.length === 0 && to.length === 0) return [];
  const whole = [{ start: 0, end: from.length, content: to }];
  if (from.length === 0 || to.length === 0) return whole;
  const trace = searchPath(from, to);
  return trace === undefined ? whole : hunksOnPath(from, to, trace);
}

/** Reach on each diagonal (`x - y`) after each change; undefined if too many. */
function searchPath(
  from: readonly string[],
  to: readonly string[],
): ReadonlyMap<number, number>[] | undefined {
  const trace: ReadonlyMap<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let changes = 0; changes <= MOST_CHANGES; changes += 1) {
    const next = new Map<number, number>();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = firstOn(diagonal, changes, reached);
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= from.length && x - diagonal >= to.length) return [...trace, reached];
    }
    trace.push(reached);
    reached = next;
  }
  return undefined;
}

/** Where the path enters a diagonal: insertion from above, deletion from the left. */
function firstOn(diagonal: number, changes: number, reached: ReadonlyMap<number, number>): number {
  const above = reached.get(diagonal + 1) ?? -1;
  const left = reached.get(diagonal - 1) ?? -1;
  const inserts = diagonal === -changes || (diagonal !== changes && left < above);
  return inserts ? above : left + 1;
}

function hunksOnPath(
  from: readonly string[],
  to: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): Hunk[] {
  const kept: [x: number, y: number][] = [];
  let [x, y] = [from.length, to.length];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const diagonal = x - y;
    const entered = firstOn(diagonal, changes, trace[changes] ?? new Map());
    while (x > entered && y > entered - diagonal) kept.push([(x -= 1), (y -= 1)]);
    if (changes === 0) break;
    const above = trace[changes]?.get(diagonal + 1);
    const inserted =
      above === x && firstOn(diagonal, changes, trace[changes] ?? new Map()) === above;
    if (inserted) y -= 1;
    else x -= 1;
  }
  const hunks: Hunk[] = [];
  let [start, written] = [0, 0];
  for (const [keptFrom, keptTo] of [...kept.reverse(), [from.length, to.length] as const]) {
    if (keptFrom > start || keptTo > written) {
      hunks.push({ start, end: keptFrom, content: to.slice(written, keptTo) });
    }
    [start, written] = [keptFrom + 1, keptTo + 1];
  }
  return hunks;
}
