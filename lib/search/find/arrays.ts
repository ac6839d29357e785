/** In place; 0 or 1 each. */
export function intersect(set: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & (other[at] ?? 0);
}

/** In place; 0 or 1 each. */
export function unite(set: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) | (other[at] ?? 0);
}

/** Element-wise, in place. */
export function add(sums: Float32Array, more: Float32Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (more[at] ?? 0);
}

/** The size of `set` (0 or 1 each). */
export function countSet(set: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < set.length; at += 1) count += set[at] ?? 0;
  return count;
}
