import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, unitStart } from '@/lib/shared/calendar';
import { DAY_MS, dayOf, type Day } from '@/lib/shared/day';
import type { Sighting } from '@/lib/papers/sighting';
import { superfluousSightings } from '@/lib/papers/thin-sightings';
import { MINUTE_MS } from '../../fixtures/times';

const TODAY: Day = '2026-11-23';
const NOON = Date.UTC(2026, 10, 23, 12);

function sighting(daysAgo: number, listing = 'hf/trending', minute = 0): Sighting {
  const at = NOON - daysAgo * DAY_MS + minute * MINUTE_MS;
  return { paperId: 'arxiv:2609.00001', listing, day: dayOf(at), at, rank: 1, upvotes: 9 };
}

/** In days ago. */
function kept(sightings: readonly Sighting[], today = TODAY): number[] {
  const superfluous = new Set(superfluousSightings(sightings, today));
  return sightings.filter((one) => !superfluous.has(one)).map(({ day }) => daysBetween(day, TODAY));
}

const daily = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => sighting(from - index));

/** At most one sighting per listing and day. */
const history = fc
  .uniqueArray(
    fc.record({
      daysAgo: fc.nat(900),
      listing: fc.constantFrom('a', 'b', 'c'),
      minute: fc.nat(600),
    }),
    { selector: ({ daysAgo, listing }) => `${daysAgo} ${listing}`, maxLength: 150 },
  )
  .map((all) => all.map(({ daysAgo, listing, minute }) => sighting(daysAgo, listing, minute)));

describe('superfluousSightings', () => {
  it('keeps all of the last 30 days', () => {
    const all = [...daily(29, 0), sighting(3, 'hf/daily', 5)];
    expect(superfluousSightings(all, TODAY)).toEqual([]);
  });

  it('keeps the first, and the last of each earlier week, on any listing', () => {
    // 2026-11-23 is a Monday.
    const sunday = sighting(57, 'hf/daily', 5);
    const recent = daily(29, 0).map((_, index) => 29 - index);
    expect(kept([...daily(60, 0), sunday])).toEqual([60, 50, 43, 36, ...recent, 57]);
    expect(kept([...daily(60, 0), sighting(55, 'hf/daily', 5)])).toEqual([
      60,
      57,
      50,
      43,
      36,
      ...recent,
    ]);
  });

  it('keeps only the first and the last after a year', () => {
    expect(kept(daily(500, 366))).toEqual([500, 366]);
    expect(kept([sighting(500), sighting(450), sighting(400), sighting(2)])).toEqual([500, 2]);
  });

  it('never removes the first or the last, keeps its bounds, and is idempotent', () => {
    fc.assert(
      fc.property(history, (sightings) => {
        const superfluous = new Set(superfluousSightings(sightings, TODAY));
        const rest = sightings.filter((one) => !superfluous.has(one));
        const inOrder = sightings.toSorted((a, b) => a.at - b.at);
        const [first, last] = [inOrder.at(0), inOrder.at(-1)];
        if (first && last) expect(rest).toEqual(expect.arrayContaining([first, last]));
        const age = ({ day }: Sighting) => daysBetween(day, TODAY);
        for (const one of sightings) if (age(one) < 30) expect(rest).toContain(one);
        const middle = rest.filter((one) => one !== first && one !== last && age(one) >= 30);
        const weeks = middle.map(({ day }) => unitStart(day, 'week'));
        expect(new Set(weeks).size).toBe(weeks.length);
        for (const one of middle) expect(age(one)).toBeLessThan(365);
        expect(superfluousSightings(rest, TODAY)).toEqual([]);
      }),
    );
  });

  it('gives the same result day by day as at once', () => {
    fc.assert(
      fc.property(history, (sightings) => {
        let rest = sightings;
        for (let daysAgo = 900; daysAgo >= 0; daysAgo -= 1) {
          const today = addDays(TODAY, -daysAgo);
          const known = rest.filter(({ day }) => day <= today);
          const superfluous = new Set(superfluousSightings(known, today));
          rest = rest.filter((one) => !superfluous.has(one));
        }
        const atOnce = new Set(superfluousSightings(sightings, TODAY));
        expect(rest).toEqual(sightings.filter((one) => !atOnce.has(one)));
      }),
      { numRuns: 20 },
    );
  });
});

/**
 * A year of reading 50 daily and 49 trending papers each day and 105 weekly ones each week: of a
 * day's papers, 7 trend for a week and 15 are on the weekly list.
 */
it('limits the rows and bytes of a year of daily visits', () => {
  const byPaper = new Map<number, Sighting[]>();
  let rows = 0;
  const read = (paper: number, listing: string, daysAgo: number, rank: number): void => {
    rows += 1;
    const row = {
      ...sighting(daysAgo, listing),
      paperId: `arxiv:2609.${String(paper).padStart(5, '0')}` as const,
      rank,
      upvotes: 120,
      comments: 5,
      githubStars: 1000,
    };
    byPaper.set(paper, [...(byPaper.get(paper) ?? []), row]);
  };
  for (let day = 0; day < 365; day += 1) {
    const daysAgo = 364 - day;
    const papers = (count: number, days: number): number[] =>
      Array.from({ length: days }, (_, back) => day - back)
        .filter((one) => one >= 0)
        .flatMap((one) => Array.from({ length: count }, (_, number) => one * 50 + number));
    const today = addDays(TODAY, -daysAgo);
    for (const [rank, paper] of papers(50, 1).entries()) {
      read(paper, `hf/daily/${today}`, daysAgo, rank);
    }
    for (const [rank, paper] of papers(7, 7).entries()) read(paper, 'hf/trending', daysAgo, rank);
    if (day % 7 < 6) continue;
    for (const [rank, paper] of papers(15, 7).entries()) {
      read(paper, 'hf/weekly/2026-W01', daysAgo, rank);
    }
  }
  const left = [...byPaper.values()].flatMap((sightings) => {
    const superfluous = new Set(superfluousSightings(sightings, TODAY));
    return sightings.filter((one) => !superfluous.has(one));
  });
  const bytes = left.reduce((sum, row) => sum + JSON.stringify(row).length, 0);
  console.info(`A year of daily visits: ${rows} readings, ${left.length} kept, ${bytes} B of JSON`);

  expect(rows).toBeGreaterThan(40_000);
  expect(left.length).toBeLessThan(30_000);
  expect(bytes).toBeLessThan(5_000_000);
});
