import type { Count, CountsAt } from '@/lib/papers/counts';
import type { Day } from '@/lib/shared/day';
import { localDayOf } from '@/lib/shared/local-day';

export interface NumberAt {
  /** ms since epoch. */
  at: number;
  number: number;
}

/** One count's known values, in the order of `points`. */
export function numbersOf(points: readonly CountsAt[], count: Count): NumberAt[] {
  return points.flatMap(({ at, [count]: number }) =>
    number === undefined ? [] : [{ at, number }],
  );
}

/** Both ms since epoch. */
export interface TimeAxis {
  from: number;
  to: number;
}

/**
 * Chart coordinates, `x y` each: time from left to right, 0 at the bottom, so that small changes do
 * not look steep.
 * @param numbers oldest first, within the axis
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

/** Each local day's last counts, newest first. */
export function lastOfDays(points: readonly CountsAt[]): [Day, CountsAt][] {
  const days = new Map<Day, CountsAt>();
  for (const point of points) {
    const day = localDayOf(point.at);
    days.set(day, { ...days.get(day), ...point });
  }
  return [...days].reverse();
}
