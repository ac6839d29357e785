import { describe, expect, it } from 'vitest';
import { changeEntries, undoChange } from '@/lib/library/entries/change-entries';
import { deleteTags, renameTags } from '@/lib/library/tags/change-tags';
import { editEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import type { Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { anEntry } from '../../fixtures/rows';
import { aPaper, openTestLibrary, type TestLibrary } from './library-for-tests';

const COUNT = 1200;
const ids = Array.from({ length: COUNT }, (_, number) => aPaper(number).id);

/** Every second entry has the tag `old`. */
async function filledLibrary(): Promise<TestLibrary> {
  const library = openTestLibrary();
  await library.db.entries.bulkPut(
    ids.map((paperId, number) =>
      anEntry({
        paperId,
        tags: number % 2 === 0 ? ['old'] : [],
        note: `note ${number}`,
        citationKey: `key${number}`,
        savedAt: number + 1,
        updatedAt: number + 1,
      }),
    ),
  );
  return library;
}

const withoutTimes = (entries: Entry[]) =>
  entries.map(({ updatedAt: _updated, editedAt: _edited, ...words }) => words);

describe('changeEntries', () => {
  it('changes only entries that differ, reports progress, and is undone as one', async () => {
    const library = await filledLibrary();
    const before = await library.db.entries.toArray();
    const progress: number[] = [];
    const changed = await changeEntries(
      library,
      ids,
      { kind: 'add-tag', tag: 'old' },
      { onProgress: (done) => progress.push(done) },
    );
    expect(changed).toHaveLength(COUNT / 2);
    expect(progress).toEqual([500, 1000, 1200]);
    expect(await library.db.entries.where('tags').equals('old').count()).toBe(COUNT);
    const noted = await library.db.searchOutbox.toArray();
    expect(new Set(noted.map(({ paperId }) => paperId)).size).toBe(COUNT / 2);
    expect(library.announced).toHaveLength(COUNT / 2);
    await undoChange(library, changed);
    expect(withoutTimes(await library.db.entries.toArray())).toEqual(withoutTimes(before));
  });

  it('changes nothing when aborted halfway', async () => {
    const library = await filledLibrary();
    const before = await library.db.entries.toArray();
    const controller = new AbortController();
    const work = changeEntries(
      library,
      ids,
      { kind: 'remove' },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(work).rejects.toThrow();
    expect(await library.db.entries.toArray()).toEqual(before);
    expect(await library.db.searchOutbox.count()).toBe(0);
    expect(library.announced).toEqual([]);
  });

  it('keeps later edits when undone', async () => {
    const library = await filledLibrary();
    const [first, second, third] = ids as [PaperId, PaperId, PaperId];
    const read = await changeEntries(library, ids, { kind: 'status', status: 'read' });
    await editEntry(library, first, { kind: 'status', status: 'reading' });
    await undoChange(library, read);
    expect((await library.db.entries.get(first))?.status).toBe('reading');
    expect((await library.db.entries.get(second))?.status).toBe('to-read');

    const tagged = await changeEntries(library, ids, { kind: 'add-tag', tag: 'new' });
    await editEntry(library, third, { kind: 'add-tag', tag: 'mine' });
    await editEntry(library, third, { kind: 'note', base: 'note 2', text: 'note 2, longer' });
    await undoChange(library, tagged);
    expect(await library.db.entries.get(third)).toMatchObject({
      tags: ['old', 'mine'],
      note: 'note 2, longer',
    });
  });

  it('restores many entries from the trash', async () => {
    const library = await filledLibrary();
    const before = withoutTimes(await library.db.entries.toArray());
    await undoChange(library, await changeEntries(library, ids, { kind: 'remove' }));
    expect(withoutTimes(await library.db.entries.toArray())).toEqual(before);
  });

  it('skips papers that were never saved', async () => {
    const library = openTestLibrary();
    await savePaper(library, aPaper(1));
    const changed = await changeEntries(library, [aPaper(1).id, aPaper(2).id], { kind: 'remove' });
    expect(changed).toHaveLength(1);
  });
});

describe('renameTags and deleteTags', () => {
  async function tagged(...tags: string[][]): Promise<TestLibrary> {
    const library = openTestLibrary();
    for (const [number, each] of tags.entries()) {
      await savePaper(library, aPaper(number));
      for (const tag of each) await editEntry(library, aPaper(number).id, { kind: 'add-tag', tag });
    }
    return library;
  }
  const tagsOf = async ({ db }: TestLibrary) =>
    (await db.entries.orderBy('paperId').toArray()).map(({ tags }) => tags);

  it('rename a tag in any case, and its subtags, but no other', async () => {
    const library = await tagged(['ML', 'a'], ['ml/nlp'], ['mlops'], ['x', 'Ml/nlp/x']);
    const changed = await renameTags(library, ['ml'], 'learning');
    expect(await tagsOf(library)).toEqual([
      ['learning', 'a'],
      ['learning/nlp'],
      ['mlops'],
      ['x', 'learning/nlp/x'],
    ]);
    await undoChange(library, changed);
    expect(await tagsOf(library)).toEqual([['ML', 'a'], ['ml/nlp'], ['mlops'], ['x', 'Ml/nlp/x']]);
  });

  it.each(['İstanbul', 'ὀδυσσεύς', 'ΐ', 'ẞa', 'ŉa', 'ÿ', 'ǰa', 'Q'.repeat(98)])(
    'rename and delete %s',
    async (tag) => {
      const library = await tagged([tag, 'a'], [`${tag.toLowerCase()}/x`]);
      await renameTags(library, [tag], 'found');
      expect(await tagsOf(library)).toEqual([['found', 'a'], ['found/x']]);
      await renameTags(library, ['found'], tag);
      await deleteTags(library, [tag]);
      expect(await tagsOf(library)).toEqual([['a'], []]);
    },
  );

  it('rename a tag that is added to a paper at the same time', async () => {
    const library = await tagged(['old'], []);
    let edit: Promise<unknown> | undefined;
    const renaming: TestLibrary = {
      ...library,
      now() {
        edit ??= editEntry(library, aPaper(1).id, { kind: 'add-tag', tag: 'old' });
        return library.now();
      },
    };
    await renameTags(renaming, ['old'], 'new');
    await edit;
    expect(await tagsOf(library)).toEqual([['new'], ['new']]);
  });

  it('merge two tags when one is renamed to the other', async () => {
    const library = await tagged(['brain', 'neuro'], ['neuro'], ['Brain']);
    const changed = await renameTags(library, ['neuro'], 'brain');
    expect(await tagsOf(library)).toEqual([['brain'], ['brain'], ['Brain']]);
    await undoChange(library, changed);
    expect(await tagsOf(library)).toEqual([['brain', 'neuro'], ['neuro'], ['Brain']]);
  });

  it('change the case of a tag', async () => {
    const library = await tagged(['brain'], ['Brain', 'x']);
    await renameTags(library, ['brain'], 'BRAIN');
    expect(await tagsOf(library)).toEqual([['BRAIN'], ['BRAIN', 'x']]);
  });

  it('move a tag below itself', async () => {
    const library = await tagged(['a', 'a/b']);
    await renameTags(library, ['a'], 'a/old');
    expect(await tagsOf(library)).toEqual([['a/old', 'a/old/b']]);
  });

  it('merge several tags in one step, which is undone as one', async () => {
    const before = [['nlp', 'x'], ['language/mt'], ['text', 'Nlp/qa'], ['context']];
    const library = await tagged(...before);
    const changed = await renameTags(library, ['NLP', 'language', 'text'], 'text');
    expect(await tagsOf(library)).toEqual([
      ['text', 'x'],
      ['text/mt'],
      ['text', 'text/qa'],
      ['context'],
    ]);
    await undoChange(library, changed);
    expect(await tagsOf(library)).toEqual(before);
  });

  it('change nothing when aborted', async () => {
    const library = await filledLibrary();
    const before = await library.db.entries.toArray();
    const controller = new AbortController();
    const work = renameTags(library, ['old'], 'new', {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(work).rejects.toThrow();
    expect(await library.db.entries.toArray()).toEqual(before);
  });

  it('delete a tag and its subtags, also in the trash, and undo restores them', async () => {
    const library = await tagged(['a', 'b'], ['a/x'], ['ab']);
    await changeEntries(library, [aPaper(1).id], { kind: 'remove' });
    const changed = await deleteTags(library, ['A']);
    expect(await tagsOf(library)).toEqual([['b'], [], ['ab']]);
    await undoChange(library, changed);
    expect(await tagsOf(library)).toEqual([['a', 'b'], ['a/x'], ['ab']]);
  });
});
