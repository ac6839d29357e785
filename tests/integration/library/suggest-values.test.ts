import { expect, test } from 'vitest';
import { editEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import { suggestValues } from '@/lib/library/suggest-values';
import { aPaper, openTestLibrary, type TestLibrary } from './library-for-tests';

async function filledLibrary(): Promise<TestLibrary> {
  const library = openTestLibrary();
  const google = { slug: 'google', name: 'Google DeepMind' };
  const papers = [
    { paper: aPaper(1, { organization: google }), tags: ['brain', 'scene graphs'] },
    { paper: aPaper(2, { organization: google, authors: ['Ada Quill'] }), tags: ['scene graphs'] },
    { paper: aPaper(3, { organization: { slug: 'mind', name: 'Mind Lab' } }), tags: ['a/scene'] },
    { paper: aPaper(4, { authors: ['Cem Ada'] }), tags: [] },
  ];
  for (const { paper, tags } of papers) {
    await savePaper(library, paper);
    for (const tag of tags) await editEntry(library, paper.id, { kind: 'add-tag', tag });
  }
  return library;
}

test('suggests values of the library, prefix matches first, then the most frequent', async () => {
  const library = await filledLibrary();

  expect(await suggestValues(library, 'tag', '')).toEqual([
    { value: 'scene graphs', count: 2 },
    { value: 'brain', count: 1 },
    { value: 'a/scene', count: 1 },
  ]);
  expect(await suggestValues(library, 'tag', 'Sce')).toEqual([
    { value: 'scene graphs', count: 2 },
    { value: 'a/scene', count: 1 },
  ]);
  expect(await suggestValues(library, 'org', 'mind')).toEqual([
    { value: 'Mind Lab', count: 1 },
    { value: 'Google DeepMind', count: 2 },
  ]);
  expect(await suggestValues(library, 'author', 'ad')).toEqual([
    { value: 'Ada Quill' },
    { value: 'Cem Ada' },
  ]);
  expect(await suggestValues(library, 'tag', 'none')).toEqual([]);
});

test('suggests years back from the current year', async () => {
  const library = openTestLibrary();

  const years = await suggestValues(library, 'year', '20');
  expect(years[0]).toEqual({ value: '2026' });
  expect(years).toHaveLength(8);
  expect(await suggestValues(library, 'year', '1991')).toEqual([{ value: '1991' }]);
  expect(await suggestValues(library, 'year', '1990')).toEqual([]);
  expect(await suggestValues(library, 'year', '2027')).toEqual([]);
});
