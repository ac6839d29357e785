import * as fc from 'fast-check';
import { ReadingCounter, type ReadingStats } from '@/lib/library/reading/reading-counts';
import { DAY_MS } from '@/lib/shared/day';
import { STATUSES, type Entry } from '@/lib/papers/entry';
import { anEntry } from '../../fixtures/rows';

/** The end of the time in which the entries of these tests are saved: a Monday. */
export const NOW = Date.UTC(2026, 10, 23, 12);

/** What is counted at `NOW` of a library. */
export function counted(library: readonly Entry[]): ReadingStats {
  const counter = new ReadingCounter(NOW);
  for (const entry of library) counter.add(entry);
  return counter.stats();
}

const aTime = fc.integer({ min: NOW - 12 * 365 * DAY_MS, max: NOW });
const aTag = fc.constantFrom(...'abcdefghijkl', 'A', 'a/x', 'b/y/z', 'B/q');

/** Libraries of up to twelve years. */
export const entries = fc.array(
  fc
    .record({
      status: fc.constantFrom(...STATUSES),
      tags: fc.uniqueArray(aTag, { maxLength: 4, selector: (tag) => tag.toLowerCase() }),
      savedAt: aTime,
      statusAt: fc.option(aTime, { nil: undefined }),
    })
    .map(({ statusAt, ...words }) =>
      anEntry({ ...words, editedAt: statusAt === undefined ? {} : { status: statusAt } }),
    ),
  { maxLength: 60 },
);
