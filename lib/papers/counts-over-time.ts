import { countsOf, type CountsAt } from './counts';
import type { Sighting } from './sighting';

/** Counts from sightings on any listings, oldest first. */
export function countsOverTime(sightings: readonly Sighting[]): CountsAt[] {
  return sightings
    .flatMap((sighting) => {
      const { earlier } = sighting;
      return earlier === undefined ? [countsOf(sighting)] : [countsOf(earlier), countsOf(sighting)];
    })
    .sort((a, b) => a.at - b.at);
}
