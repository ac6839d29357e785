import { isAhead } from '@/lib/shared/clock';
import { countsOf, type CountsAt } from './counts';
import { dayOf, type Day } from '@/lib/shared/day';
import type { CardReading, Listing } from './listing';
import type { PaperId } from './paper-id';

/** A paper's counts on a listing, or its own page, on one day. */
export interface Sighting extends CountsAt {
  paperId: PaperId;
  /** `Listing.key`; `paper` for its own page. */
  listing: string;
  /** UTC; a day keeps its last reading. */
  day: Day;
  rank: number;
  /** The day's last replaced reading that the reader had seen; rises count from it. */
  earlier?: CountsAt;
}

/** The sighting of a card read at `at` (ms since epoch). */
export function sightingOf(
  { key }: Pick<Listing, 'key'>,
  { paper, rank }: CardReading,
  at: number,
): Sighting {
  return {
    paperId: paper.id,
    listing: key,
    day: dayOf(at),
    rank,
    ...countsOf({ ...paper, at }),
  };
}

/** Primary key. */
export function sightingKey({ paperId, listing, day }: Sighting): [PaperId, string, Day] {
  return [paperId, listing, day];
}

/** Whether two sightings of a paper share their key. */
export function isSameSighting(one: Sighting, other: Sighting): boolean {
  return one.listing === other.listing && one.day === other.day;
}

/**
 * Replaces a `former` sighting, unless that is newer (by a clock that was not ahead). Counts seen
 * at `lastVisitAt` stay in `earlier`. Times in ms since epoch.
 */
export function inPlaceOf(
  former: Sighting | undefined,
  sighting: Sighting,
  lastVisitAt: number,
  now: number,
): Sighting {
  if (former !== undefined && former.at > sighting.at && !isAhead(former.at, now)) return former;
  const earlier = former && former.at <= lastVisitAt ? countsOf(former) : former?.earlier;
  return earlier === undefined ? sighting : { ...sighting, earlier };
}
