// Dexie's liveQuery works only with the global IndexedDB.
import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { expect, test } from 'vitest';
import { tagLists } from '@/lib/library/tags/tag-lists';
import { anEntry } from '../../fixtures/rows';
import { aPaper, openTestLibrary } from './library-for-tests';
import { eventually } from '../../fixtures/eventually';

test('returns the tags of each saved paper that has tags', async () => {
  const { db } = openTestLibrary();
  await db.entries.bulkPut(
    Array.from({ length: 2500 }, (_, number) =>
      anEntry({
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

test('is read again by liveQuery when a paper of any batch changes', async () => {
  const { db } = openTestLibrary();
  const papers = Array.from({ length: 2500 }, (_, number) =>
    anEntry({ paperId: aPaper(number).id, tags: ['old'] }),
  );
  await db.entries.bulkPut(papers);
  let counts: number[] = [];
  const subscription = liveQuery(async () => {
    const lists = await tagLists(db);
    return ['old', 'new'].map((tag) => lists.filter(([only]) => only === tag).length);
  }).subscribe((now) => (counts = now));
  await eventually(() => expect(counts).toEqual([2500, 0]));

  for (const [changes, number] of [3, 1500, 2499].entries()) {
    await db.entries.update(aPaper(number).id, { tags: ['new'] });
    await eventually(() => expect(counts).toEqual([2499 - changes, changes + 1]));
  }
  await db.entries.add(anEntry({ paperId: aPaper(2500).id, tags: ['new'] }));
  await eventually(() => expect(counts).toEqual([2497, 4]));
  subscription.unsubscribe();
});
