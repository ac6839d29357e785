import type { CountsAt, Rise } from './counts-over-time';
import { DAY_MS } from './day';

/** A rise that is told on a card is no smaller than this, and than this share of what it rose from. */
const WORTH_SAYING = { upvotes: 5, share: 0.1 } as const;

/** What papers are ordered by is what they gained in this time, ms. */
export const RISE_SPAN = 7 * DAY_MS;

/** How far back the readings go that it is counted from, ms: what came before was no rise of late. */
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
 * How many upvotes a paper gained in the week before `now` (ms since epoch), counted from its last
 * reading before that week, or from its first when there is none; 0 when it gained none, or was not
 * read in that week.
 * @param history the oldest first, as far back as `RISE_READINGS`
 */
export function weeklyRise(history: readonly CountsAt[], now: number): number {
  const last = lastWithUpvotes(history);
  if (last === undefined || last.at <= now - RISE_SPAN) return 0;
  const first = history.find(({ upvotes }) => upvotes !== undefined);
  const rise = riseSince(history, Math.max(now - RISE_SPAN, first?.at ?? 0));
  return rise?.by ?? 0;
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
