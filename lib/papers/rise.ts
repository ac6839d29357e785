import type { CountsAt } from './counts';
import { DAY_MS } from '@/lib/shared/day';

/** How many upvotes a paper gained. */
export interface Rise {
  /** More than 0. */
  by: number;
  /** When the lower count was shown, ms since epoch. */
  since: number;
}

/** A rise that is told on a card is no smaller than this, and than this share of what it rose from. */
const WORTH_SAYING = { upvotes: 5, share: 0.1 } as const;

/** What papers are ordered by is what they gained in this time, ms. */
export const RISE_SPAN = 7 * DAY_MS;

/** How near to the beginning of that time the reading must be that it is counted from, ms. */
const ABOUT_THEN = DAY_MS;

/** A paper that was not read for so long counts as read for the first time after that, ms. */
export const RISE_READINGS = 30 * DAY_MS;

/**
 * What a paper gained since it was last read at `time` or before (ms since epoch); undefined when it
 * gained nothing, or was not read until then.
 * @param history the oldest first
 */
export function riseSince(history: readonly CountsAt[], time: number): Rise | undefined {
  const from = history.findLast(({ at, upvotes }) => at <= time && upvotes !== undefined);
  return from && riseFrom(from, history);
}

/** The same where it is worth saying. */
export function notableRiseSince(history: readonly CountsAt[], time: number): Rise | undefined {
  const rise = riseSince(history, time);
  if (rise === undefined) return undefined;
  const from = upvotesOf(lastWithUpvotes(history)) - rise.by;
  return rise.by >= WORTH_SAYING.upvotes && rise.by >= from * WORTH_SAYING.share ? rise : undefined;
}

/**
 * How many upvotes a paper gained in the week before `now` (ms since epoch), counted from the reading
 * nearest to the week's beginning, or from its first of all when that is in the week. 0 when it
 * gained none, was not read in that week, or not about its beginning: nobody knows then how much of
 * what it gained fell into the week.
 * @param history the oldest first, as far back as `RISE_READINGS`
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
