/** Smaller differences, ms, come from other devices and network corrections. */
const TOLERANCE = 5 * 60_000;

/**
 * Whether a stored time is later than `now` (both ms since epoch) by more than `TOLERANCE`: the
 * clock was ahead, and comparing with that time would stop whatever waits for it.
 */
export function isAhead(time: number, now: number): boolean {
  return time > now + TOLERANCE;
}
