import { countsOf, type CountsAt } from './counts';
import type { Sighting } from './sighting';

/** What sightings tell of a paper over time, on whichever listings, the oldest first. */
export function countsOverTime(sightings: readonly Sighting[]): CountsAt[] {
  return sightings
    .flatMap((sighting) => {
      const { earlier } = sighting;
      return earlier === undefined ? [countsOf(sighting)] : [countsOf(earlier), countsOf(sighting)];
    })
    .sort((a, b) => a.at - b.at);
}
