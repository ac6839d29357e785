import { describe, expect, it } from 'vitest';
import { claimCompletion, completePaper } from '@/lib/library/record/complete-paper';
import { editEntry, removeEntry, restoreEntry } from '@/lib/library/entries/edit-entry';
import { changeCards, undoCardChange } from '@/lib/library/entries/bulk-card-changes';
import { paperStates } from '@/lib/library/paper-state';
import { countPapers, exportRecords, libraryIds } from '@/lib/library/queries';
import { savePaper } from '@/lib/library/entries/save-paper';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import { parseQuery } from '@/lib/query/parse-query';
import { searchIndex } from '@/lib/search/search';
import { aPaper, openTestLibrary } from './library-for-tests';

describe('savePaper', () => {
  it('is idempotent', async () => {
    const library = openTestLibrary();
    const first = await savePaper(library, aPaper(1));
    library.clock.time += 1000;
    expect((await savePaper(library, aPaper(1))).entry).toEqual(first.entry);
    expect(await countPapers(library.db)).toEqual({ known: 1, saved: 1 });
    expect(library.announced).toContain(aPaper(1).id);
  });

  it('restores a removed paper with its note, tags and status', async () => {
    const library = openTestLibrary();
    const { id } = aPaper(1);
    await savePaper(library, aPaper(1));
    await editEntry(library, id, { kind: 'note', base: '', text: 'keep me' });
    await editEntry(library, id, { kind: 'add-tag', tag: 'a/b c' });
    await editEntry(library, id, { kind: 'status', status: 'reading' });
    await removeEntry(library, id);
    expect(await libraryIds(library.db)).toEqual([]);
    await savePaper(library, aPaper(1));
    expect(await library.db.entries.get(id)).toMatchObject({
      note: 'keep me',
      tags: ['a/b c'],
      status: 'reading',
      removedAt: 0,
    });
  });

  it('gives each paper a unique citation key that never changes', async () => {
    const library = openTestLibrary();
    for (const number of [1, 2, 3]) await savePaper(library, aPaper(number));
    const keys = (await library.db.entries.toArray()).map(({ citationKey }) => citationKey);
    expect(new Set(keys).size).toBe(3);
    await removeEntry(library, aPaper(1).id);
    await savePaper(library, aPaper(4));
    await savePaper(library, aPaper(1, { title: 'Renamed since', authors: ['Someone Else'] }));
    const later = (await library.db.entries.toArray()).map(({ citationKey }) => citationKey);
    expect(later.slice(0, 3)).toEqual(keys);
    expect(new Set(later).size).toBe(4);
  });
});

describe('editEntry', () => {
  it('merges the notes of two tabs', async () => {
    const library = openTestLibrary();
    const { id } = aPaper(1);
    await savePaper(library, aPaper(1));
    const base = 'Figure 3 is the point.\n';
    await editEntry(library, id, { kind: 'note', base: '', text: base });
    await editEntry(library, id, { kind: 'note', base, text: `${base}Tab A was here.` });
    await editEntry(library, id, { kind: 'note', base, text: `${base}Tab B was here.` });
    const note = (await library.db.entries.get(id))?.note;
    expect(note?.split('\n').sort()).toEqual(
      ['Figure 3 is the point.', 'Tab A was here.', 'Tab B was here.'].sort(),
    );
  });

  it('keeps tags added at the same time', async () => {
    const library = openTestLibrary();
    const { id } = aPaper(1);
    await savePaper(library, aPaper(1));
    await Promise.all(
      ['one', 'two', 'One', ' three / four '].map((tag) =>
        editEntry(library, id, { kind: 'add-tag', tag }),
      ),
    );
    expect((await library.db.entries.get(id))?.tags).toEqual(['one', 'two', 'three/four']);
  });

  it('stores the time of the last edit per field', async () => {
    const library = openTestLibrary();
    const { id } = aPaper(1);
    await savePaper(library, aPaper(1));
    library.clock.time += 10;
    await editEntry(library, id, { kind: 'status', status: 'read' });
    library.clock.time += 10;
    await editEntry(library, id, { kind: 'rating', rating: 4 });
    const t = library.clock.time;
    expect((await library.db.entries.get(id))?.editedAt).toEqual({ status: t - 10, rating: t });
  });

  it('fails with not-found for an unknown paper', async () => {
    const library = openTestLibrary();
    await expect(
      editEntry(library, aPaper(9).id, { kind: 'add-tag', tag: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each<[EntryEdit, object]>([
    [{ kind: 'note', base: '', text: 'Findable.' }, { note: 'Findable.' }],
    [{ kind: 'add-tag', tag: 'findable' }, { tags: ['findable'] }],
    [{ kind: 'status', status: 'read' }, { status: 'read' }],
    [{ kind: 'status', status: 'to-read' }, { status: 'to-read' }],
    [{ kind: 'rating', rating: 5 }, { rating: 5 }],
  ])(
    'saves the paper again when undo in another tab deleted its entry: %o',
    async (edit, expected) => {
      const library = openTestLibrary();
      const { id } = aPaper(1);
      const { undo } = await changeCards(library, [aPaper(1)], { kind: 'save' });
      const citationKey = (await library.db.entries.get(id))?.citationKey;
      library.clock.time += 1000;
      await undoCardChange(library, undo!);
      library.announced.length = 0;
      const at = (library.clock.time += 1000);

      const { entry } = await editEntry(library, id, edit);

      expect(entry).toMatchObject({ citationKey, savedAt: at, removedAt: 0, ...expected });
      expect(await library.db.entries.get(id)).toEqual(entry);
      expect(await libraryIds(library.db)).toEqual([id]);
      expect(library.announced).toEqual([id]);
      expect((await searchIndex(library.db, parseQuery('shelving', 0))).ids).toEqual([id]);
      await editEntry(library, id, edit);
      expect(await library.db.entries.get(id)).toEqual(entry);
    },
  );

  it('keeps the whole note when the entry is gone', async () => {
    const library = openTestLibrary();
    await savePaper(library, aPaper(1));
    await library.db.entries.clear();
    const base = 'What was imported.\nIts second line.';
    const text = `${base}\nMine.`;

    const { entry } = await editEntry(library, aPaper(1).id, { kind: 'note', base, text });

    expect(entry?.note).toBe(text);
  });

  it('does not save a paper to remove a tag', async () => {
    const library = openTestLibrary();
    const { id } = aPaper(1);
    const { undo } = await changeCards(library, [aPaper(1)], { kind: 'save' });
    await undoCardChange(library, undo!);
    library.announced.length = 0;

    await expect(editEntry(library, id, { kind: 'remove-tag', tag: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });

    expect(await library.db.entries.count()).toBe(0);
    expect(library.announced).toEqual([]);
  });

  it('keeps an edit made after the removal, also when restored', async () => {
    const library = openTestLibrary();
    const { id } = aPaper(1);
    await savePaper(library, aPaper(1));
    await removeEntry(library, id);
    await editEntry(library, id, { kind: 'note', base: '', text: 'from the other tab' });
    expect((await paperStates(library, [id]))[0]?.entry?.removedAt).toBeGreaterThan(0);
    const restored = await restoreEntry(library, id);
    expect(restored.entry).toMatchObject({ removedAt: 0, note: 'from the other tab' });
  });
});

describe('completePaper', () => {
  it('adds the authors, which are wanted once for a saved paper', async () => {
    const library = openTestLibrary();
    const { authors: _, ...poor } = aPaper(1);
    const saved = await savePaper(library, poor);
    expect(saved.wantsAuthors).toBe(true);
    const authors = ['A B', 'C D', 'E F'];
    expect(await claimCompletion(library, poor.id)).toBe(true);
    await completePaper(library, poor.id, { ...aPaper(1), authors, authorCount: 3 });
    expect((await paperStates(library, [poor.id]))[0]?.wantsAuthors).toBe(false);
    expect((await library.db.papers.get(poor.id))?.authors).toEqual(['A B', 'C D', 'E F']);
    expect((await library.db.papers.get(poor.id))?.authorCount).toBe(3);
  });

  it('stops asking when the site has no authors', async () => {
    const library = openTestLibrary();
    const { authors: _, ...poor } = aPaper(1);
    await savePaper(library, poor);
    await claimCompletion(library, poor.id);
    await completePaper(library, poor.id, null);
    expect((await paperStates(library, [poor.id]))[0]?.wantsAuthors).toBe(false);
    expect((await library.db.papers.get(poor.id))?.authors).toBeUndefined();
  });
});

describe('completePaper writes only the paper that was asked for', () => {
  const { authors: _, ...poor } = aPaper(1);
  const answer = { ...aPaper(1), title: 'Another title', authors: ['E Vil'], authorCount: 1 };

  it('rejects an answer about another paper', async () => {
    const library = openTestLibrary();
    await savePaper(library, poor);
    await savePaper(library, aPaper(2));
    await claimCompletion(library, poor.id);
    const before = await library.db.papers.toArray();
    await expect(
      completePaper(library, poor.id, { ...answer, id: aPaper(2).id }),
    ).rejects.toMatchObject({ code: 'malformed' });
    expect(await library.db.papers.toArray()).toEqual(before);
  });

  it('ignores an answer that was not asked for, and a second one', async () => {
    const library = openTestLibrary();
    await savePaper(library, poor);
    const before = await library.db.papers.toArray();
    await completePaper(library, poor.id, answer);
    await completePaper(library, aPaper(7).id, { ...answer, id: aPaper(7).id });
    expect(await library.db.papers.toArray()).toEqual(before);
    expect(await claimCompletion(library, poor.id)).toBe(true);
    await completePaper(library, poor.id, null);
    const answered = await library.db.papers.toArray();
    await completePaper(library, poor.id, answer);
    expect(await library.db.papers.toArray()).toEqual(answered);
  });
});

describe('library queries', () => {
  it('list and export the newest save first, without removed papers', async () => {
    const library = openTestLibrary();
    for (const number of [1, 2, 3]) {
      library.clock.time += 1000;
      await savePaper(library, aPaper(number));
    }
    await removeEntry(library, aPaper(2).id);
    const ids = await libraryIds(library.db);
    expect(ids).toEqual([aPaper(3).id, aPaper(1).id]);
    const records = await exportRecords(library.db, [...ids, aPaper(2).id]);
    expect(records.map(({ paper }) => paper.id)).toEqual(ids);
  });

  it('find papers by all words in title, authors, tags and note, ignoring accents', async () => {
    const library = openTestLibrary();
    await savePaper(
      library,
      aPaper(1, { title: 'Découpage of Models', authors: ['Zoë Ångström'] }),
    );
    await savePaper(library, aPaper(2));
    await editEntry(library, aPaper(2).id, { kind: 'add-tag', tag: 'vision/OCR' });
    await editEntry(library, aPaper(2).id, { kind: 'note', base: '', text: 'Read with Zoe.' });
    const find = async (text: string) =>
      (await searchIndex(library.db, parseQuery(text, library.now()))).ids;
    expect(await find('decoupage angstrom')).toEqual([aPaper(1).id]);
    expect(await find('ocr ZOE')).toEqual([aPaper(2).id]);
    expect(await find('zoe')).toHaveLength(2);
    expect(await find('nowhere')).toEqual([]);
    expect(await find('  ')).toHaveLength(2);
  });

  it('return the same after a restart of the browser', async () => {
    const library = openTestLibrary();
    await savePaper(library, aPaper(1));
    library.db.close();
    const reopened = openTestLibrary(library.indexedDB);
    expect(await libraryIds(reopened.db)).toEqual([aPaper(1).id]);
  });
});
