import { addDays, unitStart } from '@/lib/shared/calendar';
import type { Day } from '@/lib/shared/day';
import type { Sighting } from './sighting';

/** For so many days every reading of a paper is kept. */
const ALL_DAYS = 30;
/** For so many days one a week is kept; then the first and the last alone. */
const WEEKLY_DAYS = 365;

/** The last day whose readings are thinned to one a week, and the last that are thinned to two in all. */
export function thinningBorders(today: Day): { weekly: Day; ends: Day } {
  return { weekly: addDays(today, -ALL_DAYS), ends: addDays(today, -WEEKLY_DAYS) };
}

/**
 * Which sightings of one paper can go on `today`. Its first and its last reading stay, whichever
 * listing they are of; so does all of the last 30 days, and for a year the last reading of each week.
 */
export function superfluousSightings(sightings: readonly Sighting[], today: Day): Sighting[] {
  const { weekly, ends } = thinningBorders(today);
  const inOrder = sightings.toSorted((a, b) => a.at - b.at);
  // Of those that are set down for the same week the last stands.
  const lastOfWeek = new Map(
    inOrder.map((sighting) => [unitStart(sighting.day, 'week'), sighting]),
  );
  return inOrder.slice(1, -1).filter((sighting) => {
    if (sighting.day > weekly) return false;
    return sighting.day <= ends || lastOfWeek.get(unitStart(sighting.day, 'week')) !== sighting;
  });
}
