import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { existingIds } from '@/lib/library/existing-ids';
import type { PaperId } from '@/lib/papers/paper-id';
import { openTestLibrary } from './library-for-tests';

const paperId = fc
  .tuple(
    fc.constantFrom(
      'arxiv:2611',
      'arxiv:2610',
      'arxiv:math/',
      'doi:10.1000/',
      'doi:10.2/',
      'title:0',
      'title:f',
    ),
    fc.nat(30),
  )
  .map(([month, number]): PaperId => `${month as PaperId}.${number}`);

it('existingIds returns the ids that the table contains', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(paperId), fc.uniqueArray(paperId), async (rows, asked) => {
      const { db } = openTestLibrary();
      await db.seen.bulkPut(rows.map((id) => ({ paperId: id, seenAt: 1 })));

      const found = await existingIds(db.seen, asked);

      expect([...found].toSorted()).toEqual(asked.filter((id) => rows.includes(id)).toSorted());
    }),
    { numRuns: 40 },
  );
});
