import { describe, expect, it, vi } from 'vitest';
import { countMissed, lastVisitDay, missedPapers } from '@/lib/library/digest/digest';
import { readDigest } from '@/lib/library/digest/digest-list';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { paperHistory } from '@/lib/library/history/history';
import { markSeen } from '@/lib/library/seen/seen';
import { recordDay } from '@/lib/library/record/record-day';
import { recordListing } from '@/lib/library/record/record-listing';
import { savePaper } from '@/lib/library/entries/save-paper';
import { weeklyRises } from '@/lib/library/history/weekly-rises';
import type { DigestPeriod } from '@/lib/papers/digest';
import { DAY_MS, dayOf, type Day } from '@/lib/shared/day';
import { aPaper, aReading, openTestLibrary } from './library-for-tests';

const numberOf = (id: string) => Number(id.slice(-5));

describe('missedPapers and countMissed', () => {
  it('return papers listed since the last visit and not seen, saved or dismissed', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const day = (offset: number): Day => dayOf(clock.time + offset * DAY_MS);
    const on = (number: number, listedOn: Day) => aPaper(number, { listedOn });
    // Friday: one paper is seen, one is below the fold.
    const friday = day(0);
    const daily = [on(1, friday), on(2, friday)];
    await recordListing(library, aReading(daily), clock.time);
    await markSeen(library, [aPaper(1).id], 'hf/daily/2026-09-28');
    // Saturday to Monday are fetched, and the weekly list adds an old paper.
    for (const [number, offset] of [
      [3, 1],
      [4, 2],
      [5, 3],
      [6, 3],
    ] as const) {
      clock.time += 1000;
      await recordDay(library, aReading([on(number, day(offset)), aPaper(99)], `day/${number}`));
    }
    clock.time += 3 * DAY_MS;
    await recordDay(library, aReading([on(7, '2026-08-01')], 'hf/weekly'));
    await savePaper(library, on(5, day(0)));
    await setDismissed(library, aPaper(6).id, true);

    const missed = await missedPapers(library, await lastVisitDay(library.db, clock.time));

    expect(missed.map(({ paper, day }) => [numberOf(paper.id), day])).toEqual([
      [2, friday],
      [3, day(-2)],
      [4, day(-1)],
    ]);
    expect(await countMissed(library)).toBe(3);
    await setDismissed(library, aPaper(6).id, false);
    expect(await countMissed(library)).toBe(4);
    await recordListing(library, aReading([on(3, day(-2))]), clock.time);
    await markSeen(library, [aPaper(3).id], null);
    expect(await countMissed(library)).toBe(3);
    expect(
      (await missedPapers(library, '2026-01-01')).map(({ paper }) => numberOf(paper.id)),
    ).toEqual([7, 2, 4, 6]);
  });

  it('start at the local Friday, also west of Greenwich', async () => {
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(7 * 60);
    const library = openTestLibrary();
    const { clock } = library;
    clock.time = Date.parse('2026-09-26T00:30Z'); // Friday, 17:30, in California
    const friday = [1, 2].map((number) => aPaper(number, { listedOn: '2026-09-25' }));
    await recordListing(library, aReading(friday), clock.time);
    clock.time = Date.parse('2026-09-28T16:00Z');

    expect(await readDigest(library, 'last-visit')).toMatchObject({
      since: '2026-09-25',
      papers: friday.map(({ id }) => ({ paper: { id } })),
    });
    expect(await countMissed(library)).toBe(2);
    expect(await lastVisitDay(library.db, clock.time)).toBe('2026-09-25');
  });

  it('keep what was never seen through later visits, unless the reader chooses less', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const listed = (from: number, day: Day) =>
      [0, 1, 2].map((more) => aPaper(from + more, { listedOn: day }));
    await recordDay(library, aReading(listed(1, dayOf(clock.time))));
    clock.time += 40 * DAY_MS;
    // A short look at another list.
    await recordListing(library, aReading(listed(11, dayOf(clock.time)), 'hf/x'), clock.time);
    await markSeen(library, [aPaper(11).id], 'hf/x');
    clock.time += DAY_MS;
    await recordListing(library, aReading([aPaper(99)], 'hf/trending'), clock.time);
    clock.time += DAY_MS;

    const missed = async (period: DigestPeriod) =>
      (await readDigest(library, period)).papers.map(({ paper }) => numberOf(paper.id));
    expect(await missed('unseen')).toEqual([1, 2, 3, 12, 13]);
    expect(await countMissed(library)).toBe(5);
    expect(await missed('last-visit')).toEqual([]);
    expect(await countMissed(library, 'last-visit')).toBe(0);
    expect(await missed('week')).toEqual([12, 13]);
    await markSeen(library, [aPaper(1).id], null);
    await setDismissed(library, aPaper(2).id, true);
    await savePaper(library, aPaper(3, { listedOn: '2026-09-28' }));
    expect(await missed('unseen')).toEqual([12, 13]);
  });

  it('start today before the first visit', async () => {
    const library = openTestLibrary();
    const today = dayOf(library.clock.time);
    await recordDay(
      library,
      aReading([aPaper(1, { listedOn: today }), aPaper(2, { listedOn: '2026-09-27' })]),
    );

    expect(await countMissed(library, 'last-visit')).toBe(1);
    expect(await countMissed(library)).toBe(2);
  });

  it('return the upvotes gained in a week', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const reading = (upvotes: number) =>
      aReading([aPaper(1, { upvotes, listedOn: '2026-09-28' }), aPaper(2, { upvotes: 5 })], 'hf/t');
    for (const [days, upvotes] of [
      [0, 10],
      [7, 30],
      [11, 45],
      [14, 50],
    ] as const) {
      clock.time = Date.UTC(2026, 8, 28, 9) + days * DAY_MS;
      await recordDay(library, reading(upvotes));
    }

    expect(await weeklyRises(library.db, clock.time)).toEqual(new Map([[aPaper(1).id, 20]]));
    expect(await missedPapers(library, '2026-09-01')).toMatchObject([{ rise: 20 }]);
    expect(await paperHistory(library, aPaper(1).id)).toEqual(
      [0, 7, 11, 14].map((days, index) => ({
        at: Date.UTC(2026, 8, 28, 9) + days * DAY_MS,
        upvotes: [10, 30, 45, 50][index],
      })),
    );
    expect(await weeklyRises(library.db, clock.time + 30 * DAY_MS)).toEqual(new Map());
    clock.time += 25 * DAY_MS;
    await recordDay(library, reading(500));
    expect(await weeklyRises(library.db, clock.time)).toEqual(new Map());
    expect(await missedPapers(library, '2026-09-01')).toMatchObject([{ rise: 0 }]);
  });
});
