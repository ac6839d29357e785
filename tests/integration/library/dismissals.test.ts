import { describe, expect, it } from 'vitest';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { editEntry, removeEntry } from '@/lib/library/entries/edit-entry';
import { paperStates } from '@/lib/library/paper-state';
import { undecidedPapers } from '@/lib/library/queries';
import { recordListing } from '@/lib/library/record/record-listing';
import { savePaper } from '@/lib/library/entries/save-paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { aPaper, aReading, openTestLibrary } from './library-for-tests';

describe('setDismissed', () => {
  it('returns and announces the new state, which every later state includes', async () => {
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

  it('deletes the dismissal, and is idempotent', async () => {
    const library = openTestLibrary();
    await setDismissed(library, aPaper(1).id, true);

    for (let time = 0; time < 2; time += 1) {
      expect(await setDismissed(library, aPaper(1).id, false)).toMatchObject({ dismissedAt: 0 });
    }
    expect(await library.db.dismissals.count()).toBe(0);
  });
});

describe('undecidedPapers', () => {
  it('returns the papers neither saved nor dismissed, in the given order', async () => {
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
