import * as fc from 'fast-check';
import { STATUSES, type Entry } from '@/lib/papers/entry';

/** The end of the time in which the entries of these tests are saved: a Monday. */
export const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;

/** An entry in the library; what `words` says goes before the rest. */
export function anEntry(words: Partial<Entry> = {}): Entry {
  return {
    paperId: 'arxiv:2609.00001',
    status: 'to-read',
    tags: [],
    note: '',
    citationKey: 'quill2026',
    savedAt: NOW,
    updatedAt: NOW,
    removedAt: 0,
    editedAt: {},
    ...words,
  };
}

const aTime = fc.integer({ min: NOW - 12 * 365 * DAY, max: NOW });
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
