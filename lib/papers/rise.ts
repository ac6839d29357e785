import type { CountsAt } from './counts';
import { DAY_MS } from '@/lib/shared/day';

/** Upvotes gained. */
export interface Rise {
  /** More than 0. */
  by: number;
  /** Time of the lower count, ms since epoch. */
  since: number;
}

/** Smallest rise to show: upvotes, and fraction of the earlier count. */
const MIN_RISE = { upvotes: 5, share: 0.1 } as const;

/** Papers are sorted by gains in this time, ms. */
export const RISE_SPAN = 7 * DAY_MS;

/** Maximum distance of the earlier reading from that time's start, ms. */
const ABOUT_THEN = DAY_MS;

/** Older sightings are ignored, ms. */
export const RISE_READINGS = 30 * DAY_MS;

/**
 * Upvotes gained since the last reading up to `time` (ms since epoch); undefined without a gain or
 * reading.
 * @param history oldest first
 */
export function riseSince(history: readonly CountsAt[], time: number): Rise | undefined {
  const from = history.findLast(({ at, upvotes }) => at <= time && upvotes !== undefined);
  return from && riseFrom(from, history);
}

/** `riseSince`, but undefined if too small to show. */
export function notableRiseSince(history: readonly CountsAt[], time: number): Rise | undefined {
  const rise = riseSince(history, time);
  if (rise === undefined) return undefined;
  const from = upvotesOf(lastWithUpvotes(history)) - rise.by;
  return rise.by >= MIN_RISE.upvotes && rise.by >= from * MIN_RISE.share ? rise : undefined;
}

/**
 * Upvotes gained in the week before `now` (ms since epoch), from the reading nearest its start, or
 * the first ever if within it. 0 without a gain, a reading in the week, or one near its start (the
 * week's share is unknown).
 * @param history oldest first, back to `RISE_READINGS`
 */
export function weeklyRise(history: readonly CountsAt[], now: number): number {
  const weekAgo = now - RISE_SPAN;
  const read = history.filter(({ upvotes }) => upvotes !== undefined);
  const [first, last] = [read[0], read.at(-1)];
  if (first === undefined || last === undefined || last.at <= weekAgo) return 0;
  const distance = ({ at }: CountsAt): number => Math.abs(at - weekAgo);
  const from = read.reduce((near, each) => (distance(each) < distance(near) ? each : near));
  if (first.at < weekAgo && distance(from) > ABOUT_THEN) return 0;
  return riseFrom(from, read)?.by ?? 0;
}

function riseFrom(from: CountsAt, history: readonly CountsAt[]): Rise | undefined {
  const by = upvotesOf(lastWithUpvotes(history)) - upvotesOf(from);
  return by > 0 ? { by, since: from.at } : undefined;
}

function lastWithUpvotes(history: readonly CountsAt[]): CountsAt | undefined {
  return history.findLast(({ upvotes }) => upvotes !== undefined);
}

function upvotesOf(counts: CountsAt | undefined): number {
  return counts?.upvotes ?? 0;
}
