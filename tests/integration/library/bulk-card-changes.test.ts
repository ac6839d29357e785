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

/** A listing of four papers: the first is saved, the second was removed, the third dismissed. */
async function listed() {
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
    // An Undo is an edit, with its time.
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

describe('doing one thing to many cards', () => {
  it('saves what is not saved, brings back what was removed, and leaves what is', async () => {
    const library = await listed();
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

  it('sets a status, and adds a tag, to all, saved by it or not', async () => {
    const library = await listed();
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
    const library = await listed();
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

  it.each(changes)('%o: sent again it changes nothing more', async (change) => {
    const library = await listed();
    const { states } = await changeCards(library, papers, change);
    const rows = await rowsWithoutTimes(library);
    library.clock.time += MINUTE_MS;

    const again = await changeCards(library, [...papers, ...papers], change);

    expect(await rowsWithoutTimes(library)).toEqual(rows);
    expect(again.states).toEqual(states);
    expect(again).toMatchObject({ count: 0, undo: null });
  });

  it.each(changes)(
    '%o: is done to all, or to none when the worker dies over it',
    async (change) => {
      const library = await listed();
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
    },
  );
});

describe('a change that is sent again, since its answer was lost', () => {
  const none = { change: { kind: 'save' }, saved: [], changed: [], dismissed: [] };

  it.each(changes)('%o: gives again what takes back what it saved or dismissed', async (change) => {
    const library = await listed();
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
    '%o: offers no half of an Undo when it changed what was saved before, too',
    async (change) => {
      const library = await listed();
      const at = library.clock.time;
      await changeCards(library, papers, change, at);
      library.clock.time += 200;

      expect((await changeCards(library, papers, change, at)).undo).toBeNull();
    },
  );

  it('claims nothing that the reader wrote to since, or that another change did', async () => {
    const library = await listed();
    const at = library.clock.time;
    await changeCards(library, papers.slice(2), { kind: 'save' }, at);
    library.clock.time += MINUTE_MS;
    await editEntry(library, fourth, { kind: 'add-tag', tag: 'mine' });

    const again = await changeCards(library, papers.slice(2), { kind: 'save' }, at);
    const later = await changeCards(library, papers.slice(2), { kind: 'save' });

    expect(again.undo).toEqual({ ...none, saved: [third] });
    expect(later.undo).toBeNull();
  });

  it('is never dated later than it came in', async () => {
    const library = await listed();
    const { time } = library.clock;

    await changeCards(library, papers, { kind: 'save' }, time + MINUTE_MS);

    expect(await library.db.entries.get(fourth)).toMatchObject({ savedAt: time, updatedAt: time });
  });
});

describe('Undo', () => {
  it.each(changes)('of %o gives what was before, sent once or twice', async (change) => {
    const library = await listed();
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

  it('leaves what the reader wrote since', async () => {
    const library = await listed();
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
  ])('of %o takes that off what it saved and the reader wrote to since', async (change, left) => {
    const library = await listed();
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
  });

  it('leaves a status of the reader, given since to what it saved', async () => {
    const library = await listed();
    const { undo } = await changeCards(library, papers, { kind: 'status', status: 'read' });
    library.clock.time += MINUTE_MS;
    await editEntry(library, third, { kind: 'status', status: 'reading' });
    const entry = await library.db.entries.get(third);

    await undoCardChange(library, undo!);

    expect(await library.db.entries.get(third)).toEqual(entry);
  });

  it('leaves what the reader wrote to, removed and saved again since', async () => {
    const library = await listed();
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

  it('leaves what the reader removed and saved again since', async () => {
    const library = await listed();
    const { undo } = await changeCards(library, papers, { kind: 'save' });
    library.clock.time += MINUTE_MS;
    await removeEntry(library, fourth);
    library.clock.time += MINUTE_MS;
    await savePaper(library, aPaper(4));

    await undoCardChange(library, undo!);

    expect(await library.db.entries.get(fourth)).toMatchObject({ removedAt: 0 });
  });

  it('leaves out of the trash what it brought back and the reader wrote to since', async () => {
    const library = await listed();
    const { undo } = await changeCards(library, papers, { kind: 'save' });
    library.clock.time += 1000;
    await editEntry(library, second, { kind: 'note', base: 'words', text: 'more words' });
    await editEntry(library, second, { kind: 'status', status: 'reading' });
    const entry = await library.db.entries.get(second);

    await undoCardChange(library, undo!);

    expect(await library.db.entries.get(second)).toEqual(entry);
    expect(entry).toMatchObject({ removedAt: 0, note: 'more words', status: 'reading' });
  });

  it('leaves what the reader took back and dismissed again since', async () => {
    const library = await listed();
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

  it('crosses a change of another tab without losing either', async () => {
    const library = await listed();
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

describe('exporting papers of a listing', () => {
  it('writes saved and unsaved ones alike, with keys of their own, and stores nothing', async () => {
    const library = await listed();
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

  it('does not tell what the reader wrote to a paper that was removed', async () => {
    const library = await listed();

    expect((await exportListed(library, ids, 'markdown')).text).not.toContain('words');
  });

  it.each(EXPORT_FORMATS.map(({ id }) => id))('knows %s', async (id) => {
    const library = await listed();

    expect((await exportListed(library, ids, id)).text).toContain('Shelving at Scale');
  });

  it('says so when there is no such format', async () => {
    await expect(exportListed(await listed(), ids, 'word')).rejects.toMatchObject({
      code: 'malformed',
    });
  });
});
