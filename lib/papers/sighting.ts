import { countsOf, type CountsAt } from './counts';
import { dayOf, type Day } from '@/lib/shared/day';
import type { CardReading, Listing } from './listing';
import type { PaperId } from './paper-id';

/** One paper on one listing, or its own page, on one day: what counts were shown there. */
export interface Sighting extends CountsAt {
  paperId: PaperId;
  /** `Listing.key`; `paper` for its own page. */
  listing: string;
  /** The day of the reading, in UTC; the day's last reading stands. */
  day: Day;
  rank: number;
  /**
   * The last reading of the same day that the reader had seen when a later one took its place: what
   * rose is counted from there.
   */
  earlier?: CountsAt;
}

/** What is kept of a card that was read at `at` (ms since epoch). */
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

/** What tells a sighting from all others. */
export function sightingKey({ paperId, listing, day }: Sighting): [PaperId, string, Day] {
  return [paperId, listing, day];
}

/** Whether two sightings of one paper are of the same listing and day, so that one can be kept. */
export function isSameSighting(one: Sighting, other: Sighting): boolean {
  return one.listing === other.listing && one.day === other.day;
}

/**
 * A sighting that takes the place of a former one of the same paper, listing and day, unless that is
 * newer. What the reader had seen at the last visit (`lastVisitAt`, ms since epoch) stays with it.
 */
export function inPlaceOf(
  former: Sighting | undefined,
  sighting: Sighting,
  lastVisitAt: number,
): Sighting {
  if (former !== undefined && former.at > sighting.at) return former;
  const earlier = former && former.at <= lastVisitAt ? countsOf(former) : former?.earlier;
  return earlier === undefined ? sighting : { ...sighting, earlier };
}
