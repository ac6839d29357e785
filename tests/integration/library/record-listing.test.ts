import { describe, expect, it } from 'vitest';
import { countPapers } from '@/lib/library/queries';
import { editEntry } from '@/lib/library/entries/edit-entry';
import { recordListing } from '@/lib/library/record/record-listing';
import { savePaper } from '@/lib/library/entries/save-paper';
import { DAY_MS } from '@/lib/shared/day';
import { parseQuery } from '@/lib/query/parse-query';
import { searchIndex } from '@/lib/search/search';
import { maintainIndexIfNeeded } from '@/lib/search/maintain/maintain-index';
import { MINUTE_MS } from '../../fixtures/times';
import { aPaper, aReading, openTestLibrary } from './library-for-tests';

describe('recordListing', () => {
  it('stores every card, saved or not, with one sighting and one visit', async () => {
    const library = openTestLibrary();
    const papers = [aPaper(1), aPaper(2), aPaper(3)];
    await recordListing(library, aReading(papers), library.clock.time);
    expect(await countPapers(library.db)).toEqual({ known: 3, saved: 0 });
    expect(await library.db.sightings.toArray()).toEqual(
      papers.map(({ id }, index) => ({
        paperId: id,
        listing: 'hf/daily/2026-09-28',
        day: '2026-09-28',
        at: library.clock.time,
        rank: index + 1,
        upvotes: 3,
      })),
    );
    expect(await library.db.visits.count()).toBe(1);
  });

  it('is idempotent', async () => {
    const library = openTestLibrary();
    const reading = aReading([aPaper(1), aPaper(2)]);
    const answer = await recordListing(library, reading, library.clock.time);
    const before = await Promise.all(library.db.tables.map((table) => table.toArray()));
    expect(await recordListing(library, reading, library.clock.time)).toEqual(answer);
    expect(await Promise.all(library.db.tables.map((table) => table.toArray()))).toEqual(before);
  });

  it('keeps the last reading of each day', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    await recordListing(library, aReading([aPaper(1, { upvotes: 3 })]), clock.time);
    clock.time += MINUTE_MS;
    await recordListing(library, aReading([aPaper(1, { upvotes: 8 })]), clock.time);
    clock.time += DAY_MS;
    await recordListing(library, aReading([aPaper(1, { upvotes: 20 })]), clock.time);
    const sightings = await library.db.sightings.toArray();
    expect(sightings.map(({ day, upvotes }) => [day, upvotes])).toEqual([
      ['2026-09-28', 8],
      ['2026-09-29', 20],
    ]);
  });

  it('keeps richer facts and leaves the entry unchanged', async () => {
    const library = openTestLibrary();
    const rich = aPaper(1, { abstract: 'A long and careful abstract.', githubStars: 12 });
    await savePaper(library, rich);
    await editEntry(library, rich.id, { kind: 'note', base: '', text: 'mine' });
    const entry = await library.db.entries.get(rich.id);
    library.clock.time += DAY_MS;
    const { authors: _, publishedOn: __, ...poor } = aPaper(1, { upvotes: 9, abstract: 'Short.' });
    await recordListing(library, aReading([poor]), library.clock.time);
    expect(await library.db.entries.get(rich.id)).toEqual(entry);
    expect(await library.db.papers.get(rich.id)).toMatchObject({
      ...rich,
      upvotes: 9,
      firstSeenAt: library.clock.time - DAY_MS,
      lastSeenAt: library.clock.time,
    });
  });

  it('adds only saved papers to the search outbox', async () => {
    const library = openTestLibrary();
    const { db, clock } = library;
    const seen = Array.from({ length: 300 }, (_, index) => aPaper(index + 1));
    await recordListing(library, aReading(seen), clock.time);
    await savePaper(library, aPaper(1000, { title: 'Wanted' }));
    await maintainIndexIfNeeded(db);
    const risen = seen.map((paper) => ({ ...paper, upvotes: 99 }));
    await recordListing(library, aReading(risen), clock.time);
    const wanted = parseQuery('wanted', clock.time);
    expect(await searchIndex(db, wanted)).toMatchObject({ ids: [aPaper(1000).id], left: 0 });
    await recordListing(library, aReading([aPaper(1000, { title: 'Unwanted' })]), clock.time);
    expect((await searchIndex(db, wanted)).ids).toEqual([]);
  });

  it('records the whole listing or nothing', async () => {
    const library = openTestLibrary();
    const broken = { ...aPaper(2), id: undefined } as never;
    await expect(
      recordListing(library, aReading([aPaper(1), broken]), library.clock.time),
    ).rejects.toMatchObject({ name: 'Failure' });
    expect(await library.db.papers.count()).toBe(0);
    expect(await library.db.sightings.count()).toBe(0);
  });
});
