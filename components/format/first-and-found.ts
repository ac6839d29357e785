/**
 * What of a list is shown where there is room for a few: the first `count`, and as many more at most
 * of those that were found, in the order of the list.
 */
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
