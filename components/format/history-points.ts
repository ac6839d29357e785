import type { Count, CountsAt } from '@/lib/papers/counts';
import { localDayOf, type Day } from '@/lib/shared/day';

/** A number and when it was so. */
export interface NumberAt {
  /** ms since epoch. */
  at: number;
  number: number;
}

/** What is known of one count, in the order of `points`. */
export function numbersOf(points: readonly CountsAt[], count: Count): NumberAt[] {
  return points.flatMap(({ at, [count]: number }) =>
    number === undefined ? [] : [{ at, number }],
  );
}

/** A span of time, both ends ms since epoch. */
export interface TimeAxis {
  from: number;
  to: number;
}

/**
 * Where numbers lie in a box of that size, `x y` each: the time from left to right, and 0 at the
 * foot, so that a steep line is a steep rise and not a small one blown up.
 * @param numbers the oldest first, none outside of the axis
 * @param axis the time that the box is wide
 */
export function historyPoints(
  numbers: readonly NumberAt[],
  { from, to }: TimeAxis,
  width: number,
  height: number,
): string[] {
  const span = to - from;
  const most = Math.max(1, ...numbers.map(({ number }) => number));
  return numbers.map(({ at, number }) => {
    const x = span > 0 ? (at - from) / span : 1;
    const y = 1 - number / most;
    return `${(x * width).toFixed(1)} ${(y * height).toFixed(1)}`;
  });
}

/** What was last shown on each of the reader's days, the newest first. */
export function lastOfDays(points: readonly CountsAt[]): [Day, CountsAt][] {
  const days = new Map<Day, CountsAt>();
  for (const point of points) {
    const day = localDayOf(point.at);
    days.set(day, { ...days.get(day), ...point });
  }
  return [...days].reverse();
}
