import { isAhead } from '@/lib/shared/clock';
import { countsOf, type CountsAt } from './counts';
import type { Sighting } from './sighting';

/**
 * Counts of sightings up to `now` (ms since epoch), oldest first. Later ones, dated by a clock that
 * was ahead, would hide all that follow.
 */
export function countsOverTime(sightings: readonly Sighting[], now: number): CountsAt[] {
  return sightings
    .flatMap((sighting) => {
      const { earlier } = sighting;
      return earlier === undefined ? [countsOf(sighting)] : [countsOf(earlier), countsOf(sighting)];
    })
    .filter(({ at }) => !isAhead(at, now))
    .sort((a, b) => a.at - b.at);
}
