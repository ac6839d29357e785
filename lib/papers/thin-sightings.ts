import { addDays, unitStart } from '@/lib/shared/calendar';
import type { Day } from '@/lib/shared/day';
import type { Sighting } from './sighting';

/** Days for which every reading is kept. */
const ALL_DAYS = 30;
/** Days for which one reading per week is kept; then only first and last. */
const WEEKLY_DAYS = 365;

/** The last days to thin to one reading per week, and to first and last. */
export function thinningBorders(today: Day): { weekly: Day; ends: Day } {
  return { weekly: addDays(today, -ALL_DAYS), ends: addDays(today, -WEEKLY_DAYS) };
}

/**
 * A paper's sightings to delete on `today`. Keeps the first and last, all of the last 30 days, and
 * each week's last for a year.
 */
export function superfluousSightings(sightings: readonly Sighting[], today: Day): Sighting[] {
  const { weekly, ends } = thinningBorders(today);
  const inOrder = sightings.toSorted((a, b) => a.at - b.at);
  const lastOfWeek = new Map(
    inOrder.map((sighting) => [unitStart(sighting.day, 'week'), sighting]),
  );
  return inOrder.slice(1, -1).filter((sighting) => {
    if (sighting.day > weekly) return false;
    return sighting.day <= ends || lastOfWeek.get(unitStart(sighting.day, 'week')) !== sighting;
  });
}
