import * as fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Entry } from '@/lib/papers/entry';
import { installBrowser } from './browser';
import { tasks } from './faulty-disk';
import { countOr, counter, givenPath } from './how-long';
import { libraryInUse, reopened } from './library-in-use';
import { expectIndexed, expectSound, observe, type Observed } from './observe';
import { USE_CASES, type UseCase } from './use-cases';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
const countPair = counter('interleavings');

/**
 * Runs both, each in its own page.
 * @param order which follows which; or tasks before each begins
 */
async function runBoth(
  both: readonly UseCase[],
  order: readonly number[] | 'in order' | 'reversed',
): Promise<Observed> {
  installBrowser();
  const first = await libraryInUse();
  const pages = [first, reopened(first)];
  const begun: unknown[] = [];
  for (const [index, useCase] of both.entries()) {
    begun.push(await useCase.begin?.(pages[index]!));
  }
  // One may remove what the other edits.
  const run = (index: number): Promise<unknown> =>
    both[index]!.run(pages[index]!, begun[index]).catch(() => {});
  if (order === 'in order' || order === 'reversed') {
    const [start, end] = order === 'in order' ? [0, 1] : [1, 0];
    await run(start);
    await run(end);
  } else {
    await Promise.all(order.map((wait, index) => tasks(wait).then(() => run(index))));
    await expectSound(first);
    await expectIndexed(first);
  }
  const observed = await observe(first);
  for (const { db } of pages) db.close();
  return observed;
}

/** What the reader wrote, without the times and keys that only the order decides. */
function wordsOf({ words }: Observed) {
  return Object.entries(words).map(([table, rows]) => [
    table,
    rows.map(([key, row]) => {
      const { updatedAt: _, editedAt: __, citationKey: ___, ...entry } = row as Entry;
      return [key, entry];
    }),
  ]);
}

const useCase = fc.constantFrom(...USE_CASES);

test('two use cases in two pages end as if one had followed the other', async () => {
  await fc.assert(
    fc.asyncProperty(useCase, useCase, fc.nat(60), fc.nat(60), async (one, other, wait, more) => {
      const inTurn = [
        wordsOf(await runBoth([one, other], 'in order')),
        wordsOf(await runBoth([one, other], 'reversed')),
      ];
      const found = wordsOf(await runBoth([one, other], [wait, more]));
      expect(inTurn).toContainEqual(found);
      countPair();
    }),
    { numRuns: countOr(5), ...(givenPath && { path: givenPath }) },
  );
});
