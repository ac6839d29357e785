import { describe, expect, it } from 'vitest';
import { paperHistory } from '@/lib/library/history/history';
import { recordListing } from '@/lib/library/record/record-listing';
import { recordPaper, recordPaperPage } from '@/lib/library/record/record-paper';
import { savePaper } from '@/lib/library/entries/save-paper';
import { DAY_MS } from '@/lib/shared/day';
import { parseQuery } from '@/lib/query/parse-query';
import { searchIndex } from '@/lib/search/search';
import { aPaper, aReading, openTestLibrary } from './library-for-tests';

describe('recordPaper and recordPaperPage', () => {
  it('add facts and mark the paper as seen', async () => {
    const library = openTestLibrary();
    const { authors: _, ...poor } = aPaper(1);
    await savePaper(library, poor);
    library.announced.length = 0;

    const state = await recordPaper(library, aPaper(1, { upvotes: 9, abstract: 'Findable.' }));

    expect(state).toMatchObject({ paperId: poor.id, wantsAuthors: false });
    expect(await library.db.papers.get(poor.id)).toMatchObject({ upvotes: 9, authors: _ });
    expect(await library.db.seen.toArray()).toEqual([
      { paperId: poor.id, seenAt: library.clock.time },
    ]);
    expect((await searchIndex(library.db, parseQuery('findable', 0))).ids).toEqual([poor.id]);
    expect(library.announced).toEqual([poor.id]);
  });

  it('keep a complete list of authors over one read from the page text', async () => {
    const library = openTestLibrary();
    const { authorCount: _, ...shown } = aPaper(1, {
      authors: ['Ada Quill', 'Bo van der Leaf', 'Follow us'],
    });
    await recordPaper(library, aPaper(1));
    await recordPaper(library, shown);
    expect(await library.db.papers.get(shown.id)).toMatchObject(aPaper(1));

    await recordPaper(library, { ...shown, id: aPaper(2).id });
    await recordPaper(library, aPaper(2));
    expect(await library.db.papers.get(aPaper(2).id)).toMatchObject(aPaper(2));
  });

  it('erase nothing when only the id could be read', async () => {
    const library = openTestLibrary();
    await recordPaper(library, aPaper(1));
    await recordPaper(library, { id: aPaper(1).id, title: '' });

    expect(await library.db.papers.get(aPaper(1).id)).toMatchObject(aPaper(1));
    expect(library.announced).toEqual([]);
  });

  it('store the counts and return the rise since the last visit', async () => {
    const library = openTestLibrary();
    const { id } = aPaper(1);
    const lastVisit = library.clock.time;
    await recordListing(library, aReading([aPaper(1, { upvotes: 10 })]), lastVisit);
    library.clock.time += DAY_MS;

    const recorded = await recordPaperPage(library, aPaper(1, { upvotes: 30 }));

    expect(recorded).toEqual({
      state: { paperId: id, entry: null, dismissedAt: 0, wantsAuthors: false },
      rise: { by: 20, since: lastVisit },
    });
    expect(await paperHistory(library, id)).toMatchObject([{ upvotes: 10 }, { upvotes: 30 }]);
    expect(await library.db.seen.count()).toBe(1);
  });
});
