import { describe, expect, it } from 'vitest';
import { recordPaper, setDismissed } from '@/lib/library/attention';
import { editEntry, removeEntry } from '@/lib/library/edit-entry';
import { paperStates } from '@/lib/library/paper-state';
import { undecidedPapers } from '@/lib/library/queries';
import { recordListing } from '@/lib/library/record-listing';
import { savePaper } from '@/lib/library/save-paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { parseQuery } from '@/lib/query/parse-query';
import { searchIndex } from '@/lib/search/search';
import { aPaper, aReading, openTestLibrary } from './library-for-tests';

describe('dismissing', () => {
  it('is told with the paper’s state, wherever that is asked for, and announced', async () => {
    const library = openTestLibrary();
    const { clock } = library;
    const { id } = aPaper(1);
    const dismissedAt = clock.time;

    const state = await setDismissed(library, id, true);

    expect(state).toEqual({ paperId: id, entry: null, dismissedAt, wantsAuthors: false });
    expect(library.announced).toEqual([id]);
    clock.time += 1000;
    expect(await setDismissed(library, id, true)).toEqual(state);
    expect(await paperStates(library, [id])).toEqual([state]);
    expect(await savePaper(library, aPaper(1))).toMatchObject({ dismissedAt });
    expect(await editEntry(library, id, { kind: 'status', status: 'read' })).toMatchObject({
      dismissedAt,
    });
  });

  it('is taken back without a trace, once or twice', async () => {
    const library = openTestLibrary();
    await setDismissed(library, aPaper(1).id, true);

    for (let time = 0; time < 2; time += 1) {
      expect(await setDismissed(library, aPaper(1).id, false)).toMatchObject({ dismissedAt: 0 });
    }
    expect(await library.db.dismissals.count()).toBe(0);
  });
});

describe('papers that are not decided on', () => {
  it('are those that are neither saved nor dismissed, in the order asked for', async () => {
    const library = openTestLibrary();
    const papers = [1, 2, 3, 4, 5].map((number) => aPaper(number));
    const [saved, dismissed, removed, , other] = papers.map(({ id }) => id) as [
      PaperId,
      PaperId,
      PaperId,
      PaperId,
      PaperId,
    ];
    await recordListing(library, aReading(papers), library.clock.time);
    await savePaper(library, aPaper(1));
    await setDismissed(library, dismissed, true);
    await savePaper(library, aPaper(3));
    await removeEntry(library, removed);

    const undecided = await undecidedPapers(library.db, [
      other,
      aPaper(99).id,
      removed,
      dismissed,
      saved,
    ]);

    expect(undecided.map(({ id }) => id)).toEqual([other, removed]);
  });
});

describe('a paper’s own page', () => {
  it('adds to what is known, and has been seen', async () => {
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

  it('puts no list read off its words in the place of one that is known to be whole', async () => {
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

  it('of which only the id could be read erases nothing', async () => {
    const library = openTestLibrary();
    await recordPaper(library, aPaper(1));
    await recordPaper(library, { id: aPaper(1).id, title: '' });

    expect(await library.db.papers.get(aPaper(1).id)).toMatchObject(aPaper(1));
    expect(library.announced).toEqual([]);
  });
});
