import { describe, expect, it } from 'vitest';
import { digestStatus } from '@/lib/library/digest/digest-status';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { savePaper } from '@/lib/library/entries/save-paper';
import { recordListing } from '@/lib/library/record/record-listing';
import { markAllSeen, markSeen, unmarkSeen } from '@/lib/library/seen/seen';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from './library-for-tests';

const [first, second, third, fourth] = [missed(1), missed(2), missed(3), missed(4)];
const PAPERS = [first, second, third, fourth];
const IDS = PAPERS.map(({ id }) => id);

function missed(number: number) {
  return aPaper(number, { listedOn: '2026-09-28' });
}

async function libraryWithFour(): Promise<TestLibrary> {
  const library = openTestLibrary();
  await recordListing(library, aReading(PAPERS), library.clock.time);
  return library;
}

describe('digestStatus', () => {
  it('returns the saved, dismissed and missed papers, including later arrivals', async () => {
    const library = await libraryWithFour();
    await savePaper(library, first);
    await setDismissed(library, second.id, true);
    await markAllSeen(library, [third.id]);
    const late = aPaper(5, { listedOn: '2026-09-29' });
    await recordListing(library, aReading([late]), library.clock.time);

    const { entries, dismissed, seen, missed } = await digestStatus(library, IDS, '2026-09-28');

    expect([...entries.keys()]).toEqual([first.id]);
    expect([...dismissed]).toEqual([second.id]);
    expect([...seen]).toEqual([third.id]);
    expect([...missed]).toEqual([fourth.id, late.id]);
  });

  it('is reverted by unmarkSeen only for papers that markAllSeen marked', async () => {
    const library = await libraryWithFour();
    await markSeen(library, IDS.slice(0, 1), null);
    library.clock.time += 1000;

    const marked = await markAllSeen(library, IDS);
    expect((await digestStatus(library, IDS, '2026-09-28')).missed.size).toBe(0);
    await unmarkSeen(library, marked);

    expect([...(await digestStatus(library, IDS, '2026-09-28')).missed]).toEqual(IDS.slice(1));
    expect(await library.db.seen.toArray()).toEqual([
      { paperId: IDS[0], seenAt: library.clock.time - 1000 },
    ]);
  });

  it('keeps papers seen that were seen again since', async () => {
    const library = await libraryWithFour();
    const { time } = library.clock;
    const marked = await markAllSeen(library, IDS);
    library.clock.time += 1000;
    await markSeen(library, IDS.slice(0, 2), null);

    expect(await unmarkSeen(library, marked)).toEqual(IDS.slice(2));

    expect([...(await digestStatus(library, IDS, '2026-09-28')).missed]).toEqual(IDS.slice(2));
    expect(await library.db.seen.toArray()).toEqual(
      IDS.slice(0, 2).map((paperId) => ({ paperId, seenAt: time })),
    );
  });
});
