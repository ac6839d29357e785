import type { Sighting } from './listing';

/** The counts that are followed over time. */
export const COUNTS = ['upvotes', 'comments', 'githubStars'] as const;
export type Count = (typeof COUNTS)[number];

/** What a page showed of a paper at one time; a count that it did not show is absent. */
export interface CountsAt extends Partial<Record<Count, number>> {
  /** ms since epoch. */
  at: number;
}

/** How many upvotes a paper gained. */
export interface Rise {
  /** More than 0. */
  by: number;
  /** When the lower count was shown, ms since epoch. */
  since: number;
}

/** What sightings tell of a paper over time, on whichever listings, the oldest first. */
export function countsOverTime(sightings: readonly Sighting[]): CountsAt[] {
  return sightings
    .flatMap((sighting) => {
      const { earlier } = sighting;
      return earlier === undefined ? [countsOf(sighting)] : [countsOf(earlier), countsOf(sighting)];
    })
    .sort((a, b) => a.at - b.at);
}

/** The counts alone. */
export function countsOf({ at, upvotes, comments, githubStars }: CountsAt): CountsAt {
  return {
    at,
    ...(upvotes !== undefined && { upvotes }),
    ...(comments !== undefined && { comments }),
    ...(githubStars !== undefined && { githubStars }),
  };
}
