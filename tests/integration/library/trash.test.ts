import { describe, expect, it } from 'vitest';
import { editEntry, removeEntry, restoreEntry } from '@/lib/library/edit-entry';
import { libraryIds } from '@/lib/library/queries';
import { savePaper } from '@/lib/library/save-paper';
import { countTrash, emptyTrash, putBackInTrash, trashIds } from '@/lib/library/trash';
import { aPaper, openTestLibrary, type TestLibrary } from './library-for-tests';

const [first, second, third] = [1, 2, 3].map((number) => aPaper(number).id) as [
  `arxiv:${string}`,
  `arxiv:${string}`,
  `arxiv:${string}`,
];

/** Three saved papers, of which the first and then the second are removed. */
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
  it('lists what was removed, the last first', async () => {
    const { db } = await withTrash();
    expect(await trashIds(db)).toEqual([second, first]);
    expect(await countTrash(db)).toBe(2);
    expect(await libraryIds(db)).toEqual([third]);
  });

  it('deletes for good only what is still in it, and puts back what it deleted', async () => {
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

  it('does not put a deleted entry over one that was made since', async () => {
    const library = await withTrash();
    const deleted = await emptyTrash(library, [first]);
    await savePaper(library, aPaper(1));
    await editEntry(library, first, { kind: 'note', base: '', text: 'a new beginning' });
    await putBackInTrash(library, deleted);
    expect((await library.db.entries.get(first))?.note).toBe('a new beginning');
  });
});
