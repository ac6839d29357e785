import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { editEntry, removeEntry } from '@/lib/library/entries/edit-entry';
import { exportListed } from '@/lib/library/export/export-listed';
import {
  changeCards,
  undoCardChange,
  type BulkCardChange,
} from '@/lib/library/entries/bulk-card-changes';
import { recordListing } from '@/lib/library/record/record-listing';
import { savePaper } from '@/lib/library/entries/save-paper';
import { parseQuery } from '@/lib/query/parse-query';
import { searchIndex } from '@/lib/search/search';
import { MINUTE_MS } from '../../fixtures/times';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from './library-for-tests';

const papers = [1, 2, 3, 4].map((number) => aPaper(number));
const ids = papers.map(({ id }) => id);
const [first, second, third, fourth] = ids as [never, never, never, never];

/** Four listed papers: saved, removed, dismissed and unsaved. */
async function libraryWithListing() {
  const library = openTestLibrary();
  await recordListing(library, aReading(papers), library.clock.time);
  await savePaper(library, aPaper(1));
  await editEntry(library, first, { kind: 'add-tag', tag: 'mine' });
  await savePaper(library, aPaper(2));
  await editEntry(library, second, { kind: 'note', base: '', text: 'words' });
  await removeEntry(library, second);
  await setDismissed(library, third, true);
  library.clock.time += MINUTE_MS;
  library.announced.length = 0;
  return library;
}

async function rowsWithoutTimes({ db }: TestLibrary) {
  const entries = await db.entries.toArray();
  return {
    // Undo edits have their own time.
    entries: entries.map((entry) => ({ ...entry, updatedAt: 0, editedAt: {} })),
    dismissals: await db.dismissals.toArray(),
  };
}

const changes: BulkCardChange[] = [
  { kind: 'save' },
  { kind: 'status', status: 'reading' },
  { kind: 'add-tag', tag: 'later' },
  { kind: 'dismiss' },
];

describe('changeCards', () => {
  it('saves unsaved papers, restores removed ones, and leaves saved ones unchanged', async () => {
    const library = await libraryWithListing();
    const { clock, db } = library;
    const before = await db.entries.get(first);

    const { states, count, undo } = await changeCards(library, papers, { kind: 'save' });

    expect(states.map(({ entry }) => entry?.removedAt)).toEqual([0, 0, 0, 0]);
    expect(await db.entries.get(first)).toEqual(before);
    expect(await db.entries.get(second)).toMatchObject({ note: 'words', savedAt: clock.time });
    expect(count).toBe(3);
    expect(undo?.saved).toEqual([third, fourth]);
    expect(undo?.changed.map(({ after }) => after.paperId)).toEqual([second]);
    expect(library.announced).toEqual(ids);
    const keys = (await db.entries.toArray()).map(({ citationKey }) => citationKey);
    expect(new Set(keys).size).toBe(4);
    expect((await searchIndex(db, parseQuery('shelving', 0))).ids).toHaveLength(4);
  });

  it('sets a status and adds a tag on all papers, saving unsaved ones', async () => {
    const library = await libraryWithListing();
    await changeCards(library, papers, { kind: 'status', status: 'read' });
    const { states } = await changeCards(library, papers, { kind: 'add-tag', tag: 'a/b' });

    expect(states.map(({ entry }) => [entry?.status, entry?.tags])).toEqual([
      ['read', ['mine', 'a/b']],
      ['read', ['a/b']],
      ['read', ['a/b']],
      ['read', ['a/b']],
    ]);
  });

  it('dismisses all, and writes no entry', async () => {
    const library = await libraryWithListing();
    const { clock, db } = library;
    const before = await db.entries.toArray();

    const { states, undo } = await changeCards(library, papers, { kind: 'dismiss' });

    const { time } = clock;
    expect(states.map(({ dismissedAt }) => dismissedAt)).toEqual([
      time,
      time,
      time - MINUTE_MS,
      time,
    ]);
    expect(undo?.dismissed).toEqual(
      [first, second, fourth].map((paperId) => ({ paperId, dismissedAt: time })),
    );
    expect(await db.entries.toArray()).toEqual(before);
  });

  it.each(changes)('%o: changes nothing when sent again', async (change) => {
    const library = await libraryWithListing();
    const { states } = await changeCards(library, papers, change);
    const rows = await rowsWithoutTimes(library);
    library.clock.time += MINUTE_MS;

    const again = await changeCards(library, [...papers, ...papers], change);

    expect(await rowsWithoutTimes(library)).toEqual(rows);
    expect(again.states).toEqual(states);
    expect(again).toMatchObject({ count: 0, undo: null });
  });

  it.each(changes)('%o: is rolled back when the worker is killed', async (change) => {
    const library = await libraryWithListing();
    const rows = await rowsWithoutTimes(library);
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      puts += 1;
      if (puts === 3) this.transaction.abort();
      return put.apply(this, args as never);
    });

    await expect(changeCards(library, papers, change)).rejects.toThrow();

    vi.restoreAllMocks();
    const restarted = { ...openTestLibrary(library.indexedDB), clock: library.clock };
    expect(await rowsWithoutTimes(restarted)).toEqual(rows);
  });
});

describe('changeCards, sent again after its answer was lost', () => {
  const none = { change: { kind: 'save' }, saved: [], changed: [], dismissed: [] };

  it.each(changes)('%o: returns the same undo', async (change) => {
    const library = await libraryWithListing();
    const unsaved = papers.slice(2);
    const at = library.clock.time;
    const { undo } = await changeCards(library, unsaved, change, at);
    library.clock.time += 200;

    const again = await changeCards(library, unsaved, change, at);

    expect(again.undo).toEqual(undo);
    library.clock.time += MINUTE_MS;
    await undoCardChange(library, again.undo!);
    expect(await library.db.entries.get(fourth)).toBeUndefined();
    expect(await library.db.dismissals.get(fourth)).toBeUndefined();
  });

  it.each(changes.filter(({ kind }) => kind !== 'dismiss'))(
    '%o: returns no undo when it also changed papers that were saved before',
    async (change) => {
      const library = await libraryWithListing();
      const at = library.clock.time;
      await changeCards(library, papers, change, at);
      library.clock.time += 200;

      expect((await changeCards(library, papers, change, at)).undo).toBeNull();
    },
  );

  it('excludes papers that were edited since or that another change saved', async () => {
    const library = await libraryWithListing();
    const at = library.clock.time;
    await changeCards(library, papers.slice(2), { kind: 'save' }, at);
    library.clock.time += MINUTE_MS;
    await editEntry(library, fourth, { kind: 'add-tag', tag: 'mine' });

    const again = await changeCards(library, papers.slice(2), { kind: 'save' }, at);
    const later = await changeCards(library, papers.slice(2), { kind: 'save' });

    expect(again.undo).toEqual({ ...none, saved: [third] });
    expect(later.undo).toBeNull();
  });

  it('dates the change no later than now', async () => {
    const library = await libraryWithListing();
    const { time } = library.clock;

    await changeCards(library, papers, { kind: 'save' }, time + MINUTE_MS);

    expect(await library.db.entries.get(fourth)).toMatchObject({ savedAt: time, updatedAt: time });
  });
});

describe('undoCardChange', () => {
  it.each(changes)('%o: restores the earlier state, and is idempotent', async (change) => {
    const library = await libraryWithListing();
    const rows = await rowsWithoutTimes(library);
    const { undo } = await changeCards(library, papers, change);
    library.clock.time += MINUTE_MS;

    const states = await undoCardChange(library, undo!);

    expect(await rowsWithoutTimes(library)).toEqual(rows);
    expect(await undoCardChange(library, undo!)).toEqual(states);
    expect(await rowsWithoutTimes(library)).toEqual(rows);
    expect(states.find(({ paperId }) => paperId === fourth)).toMatchObject({
      entry: null,
      dismissedAt: 0,
    });
    expect(await library.db.entries.count()).toBe(2);
    expect((await searchIndex(library.db, parseQuery('shelving', 0))).ids).toEqual([first]);
  });

  it('keeps later edits', async () => {
    const library = await libraryWithListing();
    const { undo } = await changeCards(library, papers, { kind: 'add-tag', tag: 'later' });
    library.clock.time += MINUTE_MS;
    await editEntry(library, third, { kind: 'note', base: '', text: 'mine' });
    await editEntry(library, first, { kind: 'add-tag', tag: 'other' });

    const states = await undoCardChange(library, undo!);

    const byId = new Map(states.map(({ paperId, entry }) => [paperId, entry]));
    expect(byId.get(third)).toMatchObject({ note: 'mine', removedAt: 0 });
    expect(byId.get(first)?.tags).toEqual(['mine', 'other']);
    expect(byId.get(second)?.removedAt).toBeGreaterThan(0);
    expect(byId.get(fourth)).toBeNull();
  });

  it.each<[BulkCardChange, object]>([
    [
      { kind: 'status', status: 'read' },
      { status: 'to-read', tags: ['mine'] },
    ],
    [
      { kind: 'add-tag', tag: ' later ' },
      { status: 'reading', tags: ['mine'] },
    ],
  ])(
    '%o: reverts the change on papers that it saved and that were edited since',
    async (change, left) => {
      const library = await libraryWithListing();
      const { undo } = await changeCards(library, papers, change);
      library.clock.time += MINUTE_MS;
      await editEntry(library, third, { kind: 'note', base: '', text: 'mine' });
      await editEntry(library, third, { kind: 'add-tag', tag: 'mine' });
      if (change.kind === 'add-tag')
        await editEntry(library, third, { kind: 'status', status: 'reading' });
      await library.db.searchOutbox.clear();

      const states = await undoCardChange(library, undo!);

      const entry = await library.db.entries.get(third);
      expect(entry).toMatchObject({ note: 'mine', removedAt: 0, ...left });
      expect(states.find(({ paperId }) => paperId === third)?.entry).toEqual(entry);
      expect(await library.db.searchOutbox.count()).toBeGreaterThan(0);
      expect(await undoCardChange(library, undo!)).toEqual(states);
    },
  );

  it('keeps a status set since on a paper that it saved', async () => {
    const library = await libraryWithListing();
    const { undo } = await changeCards(library, papers, { kind: 'status', status: 'read' });
    library.clock.time += MINUTE_MS;
    await editEntry(library, third, { kind: 'status', status: 'reading' });
    const entry = await library.db.entries.get(third);

    await undoCardChange(library, undo!);

    expect(await library.db.entries.get(third)).toEqual(entry);
  });

  it('keeps a paper that was edited, removed and saved again since', async () => {
    const library = await libraryWithListing();
    const { undo } = await changeCards(library, papers, { kind: 'save' });
    library.clock.time += MINUTE_MS;
    await editEntry(library, fourth, { kind: 'add-tag', tag: 'mine' });
    library.clock.time += MINUTE_MS;
    await removeEntry(library, fourth);
    library.clock.time += MINUTE_MS;
    await savePaper(library, aPaper(4));

    await undoCardChange(library, undo!);

    expect(await library.db.entries.get(fourth)).toMatchObject({ tags: ['mine'], removedAt: 0 });
    expect(await library.db.entries.get(third)).toBeUndefined();
  });

  it('keeps a paper that was removed and saved again since', async () => {
    const library = await libraryWithListing();
    const { undo } = await changeCards(library, papers, { kind: 'save' });
    library.clock.time += MINUTE_MS;
    await removeEntry(library, fourth);
    library.clock.time += MINUTE_MS;
    await savePaper(library, aPaper(4));

    await undoCardChange(library, undo!);

    expect(await library.db.entries.get(fourth)).toMatchObject({ removedAt: 0 });
  });

  it('keeps a restored paper that was edited since out of the trash', async () => {
    const library = await libraryWithListing();
    const { undo } = await changeCards(library, papers, { kind: 'save' });
    library.clock.time += 1000;
    await editEntry(library, second, { kind: 'note', base: 'words', text: 'more words' });
    await editEntry(library, second, { kind: 'status', status: 'reading' });
    const entry = await library.db.entries.get(second);

    await undoCardChange(library, undo!);

    expect(await library.db.entries.get(second)).toEqual(entry);
    expect(entry).toMatchObject({ removedAt: 0, note: 'more words', status: 'reading' });
  });

  it('keeps a dismissal that was undone and repeated since', async () => {
    const library = await libraryWithListing();
    const { undo } = await changeCards(library, papers, { kind: 'dismiss' });
    library.clock.time += 1000;
    await setDismissed(library, first, false);
    await setDismissed(library, first, true);

    const states = await undoCardChange(library, undo!);

    expect(states.map(({ paperId, dismissedAt }) => [paperId, dismissedAt])).toEqual([
      [first, library.clock.time],
      [second, 0],
      [fourth, 0],
    ]);
  });

  it('loses no concurrent change of another tab', async () => {
    const library = await libraryWithListing();
    const other = openTestLibrary(library.indexedDB);
    const { undo } = await changeCards(library, papers, { kind: 'status', status: 'read' });
    library.clock.time += MINUTE_MS;
    await Promise.all([
      undoCardChange(library, undo!),
      editEntry(other, first, { kind: 'note', base: '', text: 'from the other tab' }),
    ]);

    expect(await library.db.entries.get(first)).toMatchObject({
      status: 'to-read',
      note: 'from the other tab',
    });
  });
});

describe('exportListed', () => {
  it('exports saved and unsaved papers with unique citation keys, and stores nothing', async () => {
    const library = await libraryWithListing();
    const rows = await rowsWithoutTimes(library);
    const order = [fourth, first, aPaper(9).id, second, third];

    const { name, mime, text } = await exportListed(library, order, 'bibtex');

    expect(name).toBe('papershelf-2026-09-28.bib');
    expect(mime).toContain('bibtex');
    expect([...text.matchAll(/@\w+\{([^,]+),/g)].map(([, key]) => key)).toEqual([
      'quill2026shelvingb',
      'quill2026shelving',
      'quill2026shelvinga',
      'quill2026shelvingc',
    ]);
    expect(await rowsWithoutTimes(library)).toEqual(rows);
  });

  it('omits the note of a removed paper', async () => {
    const library = await libraryWithListing();

    expect((await exportListed(library, ids, 'markdown')).text).not.toContain('words');
  });

  it.each(EXPORT_FORMATS.map(({ id }) => id))('writes %s', async (id) => {
    const library = await libraryWithListing();

    expect((await exportListed(library, ids, id)).text).toContain('Shelving at Scale');
  });

  it('fails with malformed for an unknown format', async () => {
    await expect(exportListed(await libraryWithListing(), ids, 'word')).rejects.toMatchObject({
      code: 'malformed',
    });
  });
});
