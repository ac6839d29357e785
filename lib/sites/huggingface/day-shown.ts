import { dayFrom, type Day } from '@/lib/shared/day';
import { latestDay, mostRecent, nearest, shownDay } from '../dates';
import { dayOfTime } from '../lenient';
import { hrefOf, textsIn } from './dom';
import { selectors } from './markup';
import type { Page } from './detect-listing';

/**
 * The listing's day or, over search results, the last day with a list: from this page's props, else
 * from the navigation above the cards.
 */
export function dayShown({ root, now, props, isOrdinary, isResults }: Page): Day | undefined {
  if (isOrdinary || isResults) {
    // `date` in 2024-08, `dateString` in 2026-09.
    const known = dayOfTime(props.fields.dateString) ?? dayOfTime(props.fields.date);
    if (known !== undefined) return known;
  }
  for (const { text } of textsIn(root, ['article'])) {
    const shown = shownDay(text);
    if (shown?.year !== undefined) return dayFrom(shown.year, shown.month, shown.day);
    // "Sep 28", between links to adjacent days.
    if (shown !== undefined) {
      const near = nearbyDay(root);
      return near === undefined ? mostRecent(shown, latestDay(now)) : nearest(shown, near);
    }
  }
  return undefined;
}

function nearbyDay(root: Element): Day | undefined {
  for (const link of root.querySelectorAll(selectors.otherDay)) {
    const day = dayOfTime(/\/papers(?:\/date\/|\?date=)([\d-]{10})$/.exec(hrefOf(link))?.[1]);
    if (day !== undefined) return day;
  }
  return undefined;
}
