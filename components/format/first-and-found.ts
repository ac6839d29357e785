/** The first `count` items, and up to as many found ones, in order. */
export function firstAndFound<T>(
  list: readonly T[],
  count: number,
  isFound: (one: T) => boolean,
): { shown: T[]; rest: T[] } {
  const shown = list.slice(0, count);
  const rest: T[] = [];
  for (const one of list.slice(count)) {
    const isShown = shown.length < 2 * count && isFound(one);
    (isShown ? shown : rest).push(one);
  }
  return { shown, rest };
}
