import { addDays } from '../../lib/shared/calendar';
import { dayOf, DAY_MS, type Day } from '../../lib/shared/day';
import type { Sighting } from '../../lib/papers/sighting';
import { superfluousSightings } from '../../lib/papers/thin-sightings';
import type { Visit } from '../../lib/papers/visit';
import { realisticPapers } from './realistic-papers';

/** Papers listed on a weekday, as on the busier days captured in 2026-03. */
const LISTED = 30;
/** One in `share` papers is on that listing for `days` days. */
const ON_WEEKLY = { share: 2, days: 4 } as const;
const ON_TRENDING = { share: 10, days: 14 } as const;

/** The rows after a year of opening three listings every day. */
export interface YearOfVisits {
  papers: object[];
  sightings: Sighting[];
  visits: Visit[];
  seen: object[];
}

/** The year before today, with thinned sightings. */
export function yearOfVisits(): YearOfVisits {
  const today = dayOf(Date.now());
  const days = Array.from({ length: 365 }, (_, index) => addDays(today, index - 364));
  const listed = days.filter((day) => new Date(day).getUTCDay() % 6 !== 0);
  const stored = [...realisticPapers(0, listed.length * LISTED)];
  const dayOfPaper = (number: number) => listed[Math.floor(number / LISTED)] ?? today;
  const papers = stored.map(({ paper }, number) => {
    const at = Date.parse(dayOfPaper(number));
    return { ...paper, listedOn: dayOfPaper(number), firstSeenAt: at, lastSeenAt: at };
  });
  const sightings = papers.flatMap(({ id, listedOn }, number) => {
    const all = sightingsOf(id, listedOn, number).filter(({ day }) => day <= today);
    const superfluous = new Set(superfluousSightings(all, today));
    return all.filter((sighting) => !superfluous.has(sighting));
  });
  const visits = days.flatMap((day) => [
    visit(`hf/daily/${day}`, 'daily', day),
    visit(`hf/weekly/${day.slice(0, 7)}`, 'weekly', day),
    visit('hf/trending', 'trending', day),
  ]);
  const seen = papers.map(({ id, firstSeenAt }) => ({ paperId: id, seenAt: firstSeenAt }));
  return { papers, sightings, visits, seen };
}

/** All sightings of a paper: on its day, fetched the next day, and on other listings. */
function sightingsOf(paperId: Sighting['paperId'], listedOn: Day, number: number): Sighting[] {
  const on = (listing: string, day: Day, counts: number): Sighting => {
    const at = Date.parse(day) + DAY_MS / 2;
    const shown = { upvotes: counts * 7, comments: counts, githubStars: counts * 30 };
    return { paperId, listing, day, rank: 1 + (number % LISTED), at, ...shown };
  };
  const after = (listing: string, days: number) =>
    Array.from({ length: days }, (_, index) =>
      on(listing, addDays(listedOn, index + 1), index + 2),
    );
  return [
    on(`hf/daily/${listedOn}`, listedOn, 1),
    ...after(`hf/daily/${listedOn}`, 1),
    ...(number % ON_WEEKLY.share === 0
      ? after(`hf/weekly/${listedOn.slice(0, 7)}`, ON_WEEKLY.days)
      : []),
    ...(number % ON_TRENDING.share === 0 ? after('hf/trending', ON_TRENDING.days) : []),
  ];
}

function visit(listing: string, kind: Visit['kind'], day: Day): Visit {
  const startedAt = Date.parse(day) + DAY_MS / 2;
  return {
    listing,
    kind,
    startedAt,
    endedAt: startedAt + 300_000,
    cardsFound: LISTED,
    cardsRead: LISTED,
  };
}
