import { DAY_MS } from '../../lib/shared/day';
import { sampleListing } from '../fixtures/sample-listing';
import { Site } from '../e2e/support/site';

const DAYS = 30;
const PAPERS_A_DAY = 12;

/** A site with listings of invented papers for the last days. */
export function sampleSite(): Site {
  const site = new Site();
  const latest = latestWeekday();
  site.serve('/papers', sampleListing({ day: latest }));
  for (let back = 0; back < DAYS; back++) {
    const day = new Date(Date.parse(latest) - back * DAY_MS).toISOString().slice(0, 10);
    const listing = () => sampleListing({ day, first: back * PAPERS_A_DAY, count: PAPERS_A_DAY });
    site.serve(`/papers/date/${day}`, listing);
  }
  return site;
}

function latestWeekday(): string {
  const date = new Date();
  while (date.getUTCDay() % 6 === 0) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
