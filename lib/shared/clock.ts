/** A smaller difference is no wrong clock, ms: other devices, and corrections by the network. */
const TOLERANCE = 5 * 60_000;

/**
 * Whether a stored time is later than `now` (both ms since epoch): the clock was ahead when it was
 * stored, so comparing with it would stop whatever waits for it.
 */
export function isAhead(time: number, now: number): boolean {
  return time > now + TOLERANCE;
}
