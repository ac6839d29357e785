import { describe, expect, it } from 'vitest';
import { editEntry, removeEntry, restoreEntry } from '@/lib/library/entries/edit-entry';
import { libraryIds } from '@/lib/library/queries';
import { savePaper } from '@/lib/library/entries/save-paper';
import { countTrash, emptyTrash, putBackInTrash, trashIds } from '@/lib/library/trash/trash';
import { anEntry } from '../../fixtures/rows';
import { aPaper, openTestLibrary, type TestLibrary } from './library-for-tests';

const [first, second, third] = [1, 2, 3].map((number) => aPaper(number).id) as [
  `arxiv:${string}`,
  `arxiv:${string}`,
  `arxiv:${string}`,
];

/** Three saved papers, the first and then the second removed. */
async function withTrash(): Promise<TestLibrary> {
  const library = openTestLibrary();
  for (const number of [1, 2, 3]) await savePaper(library, aPaper(number));
  await editEntry(library, first, { kind: 'note', base: '', text: 'still wanted' });
  for (const id of [first, second]) {
    library.clock.time += 1000;
    await removeEntry(library, id);
  }
  return library;
}

describe('the trash', () => {
  it('lists removed papers, the last first', async () => {
    const { db } = await withTrash();
    expect(await trashIds(db)).toEqual([second, first]);
    expect(await countTrash(db)).toBe(2);
    expect(await libraryIds(db)).toEqual([third]);
  });

  it('deletes only papers still in it, and puts back deleted ones', async () => {
    const library = await withTrash();
    const { db } = library;
    const listed = await trashIds(db);
    await restoreEntry(library, second);
    const deleted = await emptyTrash(library, listed);
    expect(deleted.map(({ paperId }) => paperId)).toEqual([first]);
    expect(await trashIds(db)).toEqual([]);
    expect(await libraryIds(db)).toContain(second);
    expect(await db.papers.get(first)).toBeDefined();

    await putBackInTrash(library, deleted);
    expect(await db.entries.get(first)).toEqual(deleted[0]);
  });

  it('does not overwrite a newer entry with a deleted one', async () => {
    const library = await withTrash();
    const deleted = await emptyTrash(library, [first]);
    await savePaper(library, aPaper(1));
    await editEntry(library, first, { kind: 'note', base: '', text: 'a new beginning' });
    await putBackInTrash(library, deleted);
    expect((await library.db.entries.get(first))?.note).toBe('a new beginning');
  });

  it('gives what returns another citation key if a new entry has its own', async () => {
    const library = await withTrash();
    const deleted = await emptyTrash(library, [first, second]);
    for (const number of [4, 5]) await savePaper(library, aPaper(number));
    await putBackInTrash(library, deleted);
    const entries = await library.db.entries.toArray();
    const keys = entries.map(({ citationKey }) => citationKey);
    expect(keys).toHaveLength(5);
    expect(new Set(keys).size).toBe(5);
    for (const { citationKey: _, ...entry } of deleted) {
      expect(await library.db.entries.get(entry.paperId)).toMatchObject(entry);
    }
  });

  it('is unchanged when emptying it is aborted', async () => {
    const library = openTestLibrary();
    const ids = Array.from({ length: 1200 }, (_, number) => aPaper(number).id);
    await library.db.entries.bulkPut(
      ids.map((paperId, number) => anEntry({ paperId, removedAt: number + 1 })),
    );
    const controller = new AbortController();
    const progress: number[] = [];
    const work = emptyTrash(library, ids, {
      signal: controller.signal,
      onProgress(done) {
        progress.push(done);
        if (done === 1000) controller.abort();
      },
    });
    await expect(work).rejects.toThrow();
    expect(progress).toEqual([500, 1000]);
    expect(await countTrash(library.db)).toBe(1200);
    expect(library.announced).toEqual([]);
  });
});
