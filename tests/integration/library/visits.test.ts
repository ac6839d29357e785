import { describe, expect, it } from 'vitest';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { recordDay } from '@/lib/library/record/record-day';
import { recordListing, type RecordedListing } from '@/lib/library/record/record-listing';
import { removeEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import { markSeen } from '@/lib/library/seen/seen';
import { lastVisitAt } from '@/lib/library/seen/visits';
import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import type { Paper } from '@/lib/papers/paper';
import { MINUTE_MS } from '../../fixtures/times';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from './library-for-tests';

const DAILY = 'hf/daily/2026-09-28';
const TRENDING = 'hf/trending';

function open(library: TestLibrary, papers: Paper[], key = DAILY): Promise<RecordedListing> {
  return recordListing(library, aReading(papers, key), library.clock.time);
}

const ids = (...numbers: number[]) => numbers.map((number) => aPaper(number).id);

/** Papers 1 and 2 were shown an hour ago, and 1 was seen. */
async function visitedOnce() {
  const library = openTestLibrary();
  const papers = [aPaper(1), aPaper(2)];
  await open(library, papers);
  await markSeen(library, ids(1), DAILY);
  library.clock.time += HOUR_MS;
  return { library, papers };
}

describe('recordListing, new papers', () => {
  it('are those never seen, however often a page showed them', async () => {
    const { library, papers } = await visitedOnce();

    expect((await open(library, papers)).newIds).toEqual(ids(2));
  });

  it('exclude papers seen on another listing', async () => {
    const { library, papers } = await visitedOnce();

    expect((await open(library, papers, TRENDING)).newIds).toEqual(ids(2));
  });

  it.each([
    ['saved', (library: TestLibrary) => savePaper(library, aPaper(2))],
    [
      'saved and removed',
      async (library: TestLibrary) => {
        await savePaper(library, aPaper(2));
        await removeEntry(library, aPaper(2).id);
      },
    ],
    ['dismissed', (library: TestLibrary) => setDismissed(library, aPaper(2).id, true)],
  ])('exclude a paper that was %s before, though its card was never on screen', async (_, act) => {
    const { library, papers } = await visitedOnce();
    await act(library);
    library.clock.time += HOUR_MS;

    expect((await open(library, papers)).newIds).toEqual([]);
  });

  it('include a paper again once its dismissal is undone', async () => {
    const { library, papers } = await visitedOnce();
    await setDismissed(library, aPaper(2).id, true);
    await setDismissed(library, aPaper(2).id, false);
    library.clock.time += HOUR_MS;

    expect((await open(library, papers)).newIds).toEqual(ids(2));
  });

  it('stay new during the visit, whatever is seen, saved or dismissed', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const papers = [aPaper(1), aPaper(2), aPaper(3)];
    const startedAt = clock.time;
    const answer = await open(library, papers);
    clock.time += MINUTE_MS;
    await markSeen(library, ids(1, 2, 3), DAILY);
    await savePaper(library, aPaper(2));
    await setDismissed(library, aPaper(3).id, true);

    expect(answer.newIds).toEqual(ids(1, 2, 3));
    expect(await recordListing(library, aReading(papers), startedAt)).toEqual(answer);
    // Reloaded.
    clock.time += 29 * MINUTE_MS;
    expect(await open(library, papers)).toEqual(answer);
    // Watched for two hours, and reloaded again.
    for (let minutes = 0; minutes < 120; minutes += 10) {
      clock.time += 10 * MINUTE_MS;
      await markSeen(library, [], DAILY);
    }
    expect(await open(library, papers)).toEqual(answer);
    expect(await library.db.visits.toArray()).toEqual([
      expect.objectContaining({ startedAt, endedAt: clock.time, cardsRead: 3 }),
    ]);
    // The break is over.
    clock.time += 30 * MINUTE_MS;
    expect((await open(library, papers)).newIds).toEqual([]);
    expect(await library.db.visits.count()).toBe(2);
  });

  it('stay new on a page that is read again hours later', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const startedAt = clock.time;
    const answer = await open(library, [aPaper(1)]);
    await markSeen(library, ids(1), DAILY);
    clock.time += 5 * HOUR_MS;

    expect(await recordListing(library, aReading([aPaper(1)]), startedAt)).toEqual(answer);
    expect(await library.db.visits.toArray()).toMatchObject([{ endedAt: startedAt }]);
  });

  it('depend on the time of each of two tabs', async () => {
    const library = openTestLibrary();
    const other = { ...openTestLibrary(library.indexedDB), clock: library.clock, now: library.now };
    const { clock } = library;
    const first = clock.time;
    await open(library, [aPaper(1), aPaper(2)]);
    await markSeen(library, ids(1), DAILY);
    clock.time += HOUR_MS;
    const second = clock.time;
    const again = aReading([aPaper(1), aPaper(2)]);
    await Promise.all([
      recordListing(other, again, second),
      recordListing(library, again, first),
      markSeen(other, ids(2), DAILY),
    ]);

    expect((await recordListing(library, again, first)).newIds).toEqual(ids(1, 2));
    expect((await recordListing(other, again, second)).newIds).toEqual(ids(2));
    expect(await library.db.visits.count()).toBe(2);
  });
});

describe('markSeen', () => {
  it('stores only the first time', async () => {
    const library = openTestLibrary();
    const seenAt = library.clock.time;
    await Promise.all([markSeen(library, ids(1), null), markSeen(library, ids(1, 2), null)]);
    library.clock.time += HOUR_MS;
    await markSeen(library, ids(2, 3), null);

    expect(await library.db.seen.toArray()).toEqual([
      { paperId: aPaper(1).id, seenAt },
      { paperId: aPaper(2).id, seenAt },
      { paperId: aPaper(3).id, seenAt: library.clock.time },
    ]);
  });

  it('records no visit in a tab that was open overnight', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const evening = clock.time;
    await open(library, [aPaper(1), aPaper(2)]);
    clock.time += 10 * HOUR_MS;
    await markSeen(library, ids(2), DAILY);

    expect(await library.db.visits.toArray()).toMatchObject([
      { startedAt: evening, endedAt: evening },
    ]);
    expect(await lastVisitAt(library.db, clock.time)).toBe(evening);
    expect(await library.db.seen.count()).toBe(1);
  });

  it('records no visit without a recorded listing', async () => {
    const library = openTestLibrary();
    await markSeen(library, ids(1), null);
    await markSeen(library, ids(2), DAILY);

    expect(await library.db.visits.count()).toBe(0);
    expect(await library.db.seen.count()).toBe(2);
  });
});

describe('recordListing, the last visit', () => {
  it('is the end of the visit before this sitting, on any listing, through a week', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const lastVisits: (number | null)[] = [];
    const monday = clock.time;
    // Each weekday: a sitting over two listings, 20 minutes apart, and another at night.
    for (const day of [0, 1, 2, 3, 4, 7]) {
      clock.time = monday + day * DAY_MS;
      lastVisits.push((await open(library, [aPaper(day)])).lastVisitAt);
      clock.time += 20 * MINUTE_MS;
      lastVisits.push((await open(library, [aPaper(day)], TRENDING)).lastVisitAt);
      clock.time += 20 * MINUTE_MS;
      await markSeen(library, ids(day), TRENDING);
      clock.time += 20 * MINUTE_MS;
      lastVisits.push((await open(library, [aPaper(day)])).lastVisitAt);
      clock.time = monday + day * DAY_MS + 10 * HOUR_MS;
      lastVisits.push((await open(library, [aPaper(day)])).lastVisitAt);
    }
    const night = (day: number) => monday + day * DAY_MS + 10 * HOUR_MS;
    const morning = (day: number) => monday + day * DAY_MS + HOUR_MS;
    expect(lastVisits).toEqual(
      [0, 1, 2, 3, 4, 7].flatMap((day, index, days) => {
        const before = index === 0 ? null : night(days[index - 1] ?? 0);
        return [before, before, before, morning(day)];
      }),
    );
  });

  it.each([
    ['an hour ahead', HOUR_MS],
    ['ten years ahead', 3650 * DAY_MS],
  ])('ignores visits recorded while the clock was %s', async (_, ahead) => {
    const library = openTestLibrary();
    const { clock } = library;
    const friday = clock.time;
    await open(library, [aPaper(1)]);
    await markSeen(library, ids(1), DAILY);
    clock.time = friday + 2 * DAY_MS + ahead;
    await open(library, [aPaper(1), aPaper(2)], TRENDING);
    await markSeen(library, ids(2), TRENDING);
    clock.time = friday + 2 * DAY_MS;

    const answer = await open(library, [aPaper(1), aPaper(2), aPaper(3)]);

    expect(answer).toMatchObject({ lastVisitAt: friday, newIds: ids(3) });
    clock.time += MINUTE_MS;
    expect((await open(library, [aPaper(1), aPaper(2), aPaper(3)])).newIds).toEqual(ids(3));
  });
});

describe('recordListing, rises', () => {
  const at = (upvotes: number) => aPaper(1, { upvotes });
  const rose = ({ rises }: RecordedListing) => rises.map(({ by, since }) => [by, since]);

  it('count from the last visit, and omit small ones', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const friday = clock.time;
    expect(rose(await open(library, [at(10)]))).toEqual([]);
    clock.time += 3 * DAY_MS;
    const monday = clock.time;
    expect(rose(await open(library, [at(52)], TRENDING))).toEqual([[42, friday]]);
    // Still since Friday: another listing of the same sitting, and one that is sent again.
    clock.time += 10 * MINUTE_MS;
    expect(rose(await open(library, [at(53)]))).toEqual([[43, friday]]);
    expect(rose(await open(library, [at(53)]))).toEqual([[43, friday]]);
    clock.time += HOUR_MS;
    expect(rose(await open(library, [at(57)]))).toEqual([]);
    clock.time += HOUR_MS;
    expect(rose(await open(library, [at(63)]))).toEqual([[6, monday + HOUR_MS + 10 * MINUTE_MS]]);
    clock.time += HOUR_MS;
    expect(rose(await open(library, [at(60)]))).toEqual([]);
  });

  it('count within a day visited twice, also after a reload', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const morning = clock.time;
    await open(library, [at(10)]);
    clock.time += 8 * HOUR_MS;
    expect(rose(await open(library, [at(30)]))).toEqual([[20, morning]]);
    clock.time += MINUTE_MS;
    expect(rose(await open(library, [at(31)]))).toEqual([[21, morning]]);
    expect(await library.db.sightings.toArray()).toMatchObject([
      { upvotes: 31, earlier: { at: morning, upvotes: 10 } },
    ]);
  });

  it('count from what the reader saw, not from what was fetched meanwhile', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const morning = clock.time;
    await open(library, [at(10)]);
    for (const [hours, upvotes] of [
      [4, 20],
      [8, 30],
    ] as const) {
      clock.time = morning + hours * HOUR_MS;
      await recordDay(library, aReading([at(upvotes), aPaper(2)]));
    }
    clock.time = morning + 10 * HOUR_MS;
    const answer = await open(library, [at(40), aPaper(2, { upvotes: 90 })]);

    expect(answer.rises).toEqual([{ paperId: aPaper(1).id, by: 30, since: morning }]);
    expect(answer.newIds).toEqual(ids(1, 2));
    expect(await library.db.visits.count()).toBe(2);
  });
});

describe('recordListing, from a page that was open for hours', () => {
  it('does not overwrite newer counts', async () => {
    const library = openTestLibrary();
    const { clock, db } = library;
    const known = aPaper(1, { upvotes: 10 });
    await recordListing(library, aReading([known]), clock.time);
    clock.time += 24 * HOUR_MS;
    const old = aReading([aPaper(1, { upvotes: 20 })]);
    const readAt = clock.time;
    await recordListing(library, old, readAt);
    clock.time += 3 * HOUR_MS;
    await recordListing(library, aReading([aPaper(1, { upvotes: 80 })]), clock.time);
    const before = [await db.papers.toArray(), await db.sightings.toArray()];
    clock.time += HOUR_MS;

    await recordListing(library, old, clock.time, readAt);

    expect([await db.papers.toArray(), await db.sightings.toArray()]).toEqual(before);
    expect(before[0]).toMatchObject([{ upvotes: 80 }]);
  });

  it('adds missing facts, but does not change the time last seen', async () => {
    const library = openTestLibrary();
    const { clock, db } = library;
    const readAt = clock.time;
    clock.time += HOUR_MS;
    const seenAt = clock.time;
    await recordListing(library, aReading([aPaper(1)]), seenAt);
    clock.time += HOUR_MS;
    const abstract = 'How minds shelve.';
    await recordListing(library, aReading([aPaper(1, { abstract })]), clock.time, readAt);

    expect(await db.papers.toArray()).toMatchObject([
      { abstract, firstSeenAt: seenAt, lastSeenAt: seenAt },
    ]);
  });

  it('does not move the last visit', async () => {
    const library = openTestLibrary();
    const { clock, db } = library;
    const friday = clock.time;
    await open(library, [aPaper(1), aPaper(2)]);
    await markSeen(library, ids(1), DAILY);
    clock.time += 4 * 24 * HOUR_MS;

    const again = aReading([aPaper(1), aPaper(2)]);
    const { newIds, lastVisitAt: last } = await recordListing(library, again, clock.time, friday);

    expect(last).toBe(friday);
    // A seen paper is no longer new.
    expect(newIds).toEqual(ids(2));
    expect(await db.visits.count()).toBe(1);
    clock.time += HOUR_MS;
    expect(await lastVisitAt(db, clock.time)).toBe(friday);
  });

  it('dates the visit to when the page was loaded', async () => {
    const library = openTestLibrary();
    const { clock, db } = library;
    const loadedAt = clock.time;
    clock.time += 2 * HOUR_MS;
    const { newIds } = await recordListing(library, aReading([aPaper(1)]), clock.time, loadedAt);

    expect(newIds).toEqual(ids(1));
    expect(await db.visits.toArray()).toMatchObject([{ startedAt: loadedAt, endedAt: loadedAt }]);
    expect(await db.sightings.toArray()).toMatchObject([{ at: loadedAt }]);
  });
});
