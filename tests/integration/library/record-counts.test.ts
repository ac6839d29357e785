import { describe, expect, it } from 'vitest';
import { sightingRow } from '@/lib/import/stored-rows';
import { paperHistory } from '@/lib/library/history/history';
import { recordCounts } from '@/lib/library/record/record-counts';
import { recordListing } from '@/lib/library/record/record-listing';
import { recordPaper } from '@/lib/library/record/record-paper';
import { HOUR_MS } from '@/lib/shared/day';
import { aPaper, aReading, openTestLibrary } from './library-for-tests';

const { id } = aPaper(1);

/** The history as pairs of hours since the start and counts. */
function openWithHistory() {
  const library = openTestLibrary();
  const start = library.clock.time;
  return {
    library,
    goTo: (hours: number) => (library.clock.time = start + hours * HOUR_MS),
    history: async () =>
      (await paperHistory(library, id)).map(({ at, ...counts }) => [
        (at - start) / HOUR_MS,
        counts,
      ]),
  };
}

describe('recordCounts', () => {
  it('adds the last counts of each day to the history, beside those of listings', async () => {
    const { library, goTo, history } = openWithHistory();
    await recordListing(library, aReading([aPaper(1, { upvotes: 100 })]), library.clock.time);
    goTo(1);
    await recordCounts(library, aPaper(1, { upvotes: 120, comments: 2 }));
    goTo(2);
    await recordCounts(library, aPaper(1, { upvotes: 125, githubStars: 9 }));
    goTo(24);
    await recordCounts(library, aPaper(1, { upvotes: 130 }));

    expect(await history()).toEqual([
      [0, { upvotes: 100 }],
      [2, { upvotes: 125, githubStars: 9 }],
      [24, { upvotes: 130 }],
    ]);
    const rows = await library.db.sightings.toArray();
    expect(rows.map(sightingRow)).toEqual(rows);
  });

  it('records no visit, and does not change the base of the rise', async () => {
    const { library, goTo, history } = openWithHistory();
    const since = library.clock.time;
    await recordPaper(library, aPaper(1, { upvotes: 100 }));
    await recordCounts(library, aPaper(1, { upvotes: 100 }));
    expect(await library.db.visits.count()).toBe(0);
    goTo(1);
    await recordListing(library, aReading([aPaper(2)]), library.clock.time);
    goTo(5);
    await recordCounts(library, aPaper(1, { upvotes: 130 }));

    expect(await history()).toEqual([
      [0, { upvotes: 100 }],
      [5, { upvotes: 130 }],
    ]);
    goTo(6);
    const shown = aReading([aPaper(1, { upvotes: 132 })], 'hf/trending');
    const { rises } = await recordListing(library, shown, library.clock.time);
    expect(rises).toEqual([{ paperId: id, by: 32, since }]);
  });

  it('stores nothing when the page shows no counts', async () => {
    const { library } = openWithHistory();
    const { upvotes: _, ...bare } = aPaper(1);
    await recordCounts(library, bare);

    expect(await library.db.sightings.count()).toBe(0);
  });
});
