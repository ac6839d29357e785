/** Keeps of `set` (1 for what is in it) what is in `other` too. */
export function intersect(set: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & (other[at] ?? 0);
}

/** Adds to `set` (1 for what is in it) what is in `other`. */
export function unite(set: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) | (other[at] ?? 0);
}

/** Adds each number of `more` to the one at its place. */
export function add(sums: Float32Array, more: Float32Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (more[at] ?? 0);
}

/** How many of the numbers of `set` are 1, when all others are 0. */
export function countSet(set: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < set.length; at += 1) count += set[at] ?? 0;
  return count;
}
