import { expect, test } from 'vitest';
import { tagLists } from '@/lib/library/tag-lists';
import { entryWith } from '../../unit/components/papers';
import { aPaper, openTestLibrary } from './library-for-tests';

test('the lists of tags are those of all papers in the library that have tags', async () => {
  const { db } = openTestLibrary();
  await db.entries.bulkPut(
    Array.from({ length: 2500 }, (_, number) =>
      entryWith({
        paperId: aPaper(number).id,
        tags: number % 5 === 0 ? [] : [`tag ${number}`],
        removedAt: number % 5 === 1 ? 1 : 0,
      }),
    ),
  );

  const lists = await tagLists(db);

  expect(lists).toHaveLength(1500);
  expect(lists.flat()).toContain('tag 2499');
  expect(lists.flat()).not.toContain('tag 1');
  expect(await tagLists(openTestLibrary().db)).toEqual([]);
});
