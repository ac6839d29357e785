/** Smaller differences, ms, come from other devices and network corrections. */
const TOLERANCE = 5 * 60_000;

/**
 * Whether a stored time is later than `now` (both ms since epoch): the clock was ahead, and waiting
 * for that time would stop things.
 */
export function isAhead(time: number, now: number): boolean {
  return time > now + TOLERANCE;
}
