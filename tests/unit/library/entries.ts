import * as fc from 'fast-check';
import { ReadingCounter, type ReadingStats } from '@/lib/library/reading/reading-counts';
import { DAY_MS } from '@/lib/shared/day';
import { STATUSES, type Entry } from '@/lib/papers/entry';
import { anEntry } from '../../fixtures/rows';

/** The end of the test libraries: a Monday. */
export const NOW = Date.UTC(2026, 10, 23, 12);

/** The reading statistics of `library` at `NOW`. */
export function statsOf(library: readonly Entry[]): ReadingStats {
  const counter = new ReadingCounter(NOW);
  for (const entry of library) counter.add(entry);
  return counter.stats();
}

const anyTime = fc.integer({ min: NOW - 12 * 365 * DAY_MS, max: NOW });
const anyTag = fc.constantFrom(...'abcdefghijkl', 'A', 'a/x', 'b/y/z', 'B/q');

/** Any library of up to twelve years. */
export const entries = fc.array(
  fc
    .record({
      status: fc.constantFrom(...STATUSES),
      tags: fc.uniqueArray(anyTag, { maxLength: 4, selector: (tag) => tag.toLowerCase() }),
      savedAt: anyTime,
      statusAt: fc.option(anyTime, { nil: undefined }),
    })
    .map(({ statusAt, ...words }) =>
      anEntry({ ...words, editedAt: statusAt === undefined ? {} : { status: statusAt } }),
    ),
  { maxLength: 60 },
);
