import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/papers/entry';
import { STATUSES } from '@/lib/papers/entry';
import {
  foldEntries,
  importedEntry,
  mergeEntry,
  revertMerge,
  type ImportedEntry,
} from '@/lib/papers/merge-entries';
import { anEntry } from '../../fixtures/rows';

const NOW = 1000;

function knownEntry(words: Partial<Entry> = {}): Entry {
  return anEntry({ savedAt: 500, updatedAt: 500, ...words });
}

describe('mergeEntry, on notes', () => {
  it.each([
    ['both, the known note first', 'mine', 'theirs', 'mine\n\ntheirs'],
    ['the known note when both are the same', 'a\nb', 'a\nb', 'a\nb'],
    ['the note with more lines', 'b', 'a\n\nb\nc', 'a\n\nb\nc'],
    ['the known note when it has all lines of the other', 'a\nmore\nb', 'a\nb', 'a\nmore\nb'],
    ['the note that continues the other', 'Read it', 'Read it again', 'Read it again'],
    ['both when one is only part of a word of the other', 'Nothing', 'No', 'Nothing\n\nNo'],
    ['the known note when only white space differs', '- a\n- b', '- a\r\n\r\n- b ', '- a\n- b'],
    ['both, without extra blank lines', 'mine\n\n', '\n\ntheirs', 'mine\n\ntheirs'],
    ['both, with the first line still indented', 'mine', '\n    code', 'mine\n\n    code'],
    [
      'the longer note, with the known indentation',
      '    code\n  more  ',
      'code\nmore\nlast',
      '    code\n  more  \nlast',
    ],
    ['the continued note, with the known indentation', '    if  x', 'if x then', '    if  x then'],
    [
      'the longer note, with the paragraphs of both',
      'a\n\n    b',
      'first\na\nb\n\nc',
      'first\na\n\n    b\n\nc',
    ],
    ['the note of the file when there was none', ' ', 'theirs', 'theirs'],
    ['the known note when that of the file is blank', 'mine', ' \n', 'mine'],
  ])('keeps %s', (_, known, file, merged) => {
    expect(mergeEntry(knownEntry({ note: known }), { note: file }, NOW).note).toBe(merged);
  });
});

describe('mergeEntry', () => {
  it('returns the same entry when the file adds nothing', () => {
    const entry = knownEntry();

    expect(mergeEntry(entry, {}, NOW)).toBe(entry);
    expect(mergeEntry(entry, { tags: [], note: '', status: 'to-read', savedAt: 500 }, NOW)).toBe(
      entry,
    );
  });

  it('adds missing tags, ignoring case, and marks the edit', () => {
    const merged = mergeEntry(
      knownEntry({ tags: ['NLP', 'b'] }),
      { tags: ['nlp', 'a / c', ''] },
      NOW,
    );

    expect(merged).toEqual(
      knownEntry({ tags: ['NLP', 'b', 'a/c'], updatedAt: NOW, editedAt: { tags: NOW } }),
    );
  });

  it('sets a status that was never set', () => {
    expect(mergeEntry(knownEntry(), { status: 'read' }, NOW)).toMatchObject({
      status: 'read',
      editedAt: { status: NOW },
    });
  });

  it.each([
    ['was set', knownEntry({ status: 'reading' })],
    ['was set back to To read', knownEntry({ editedAt: { status: 400 } })],
  ])('keeps a status that %s', (_, entry) => {
    expect(mergeEntry(entry, { status: 'read' }, NOW)).toBe(entry);
  });

  it('sets a rating only if there never was one', () => {
    const rated = knownEntry({ rating: 2 });
    const unrated = knownEntry({ editedAt: { rating: 400 } });

    expect(mergeEntry(knownEntry(), { rating: 4 }, NOW).rating).toBe(4);
    expect(mergeEntry(rated, { rating: 4 }, NOW)).toBe(rated);
    expect(mergeEntry(unrated, { rating: 4 }, NOW)).toBe(unrated);
  });

  it('takes the earlier save time and keeps the citation key', () => {
    expect(mergeEntry(knownEntry(), { savedAt: 300, citationKey: 'other' }, NOW)).toEqual(
      knownEntry({ savedAt: 300, updatedAt: NOW }),
    );
    expect(mergeEntry(knownEntry(), { savedAt: 700 }, NOW).savedAt).toBe(500);
  });

  it('restores a removed entry, unless it is removed in the file too', () => {
    const removed = knownEntry({ removedAt: 600 });

    expect(mergeEntry(removed, {}, NOW)).toMatchObject({ removedAt: 0, updatedAt: NOW });
    expect(mergeEntry(removed, { removedAt: 550 }, NOW)).toBe(removed);
  });

  it('never removes an entry', () => {
    const entry = knownEntry();

    expect(mergeEntry(entry, { removedAt: 550 }, NOW)).toBe(entry);
  });
});

const words = fc.array(fc.constantFrom('a', 'a b', 'b', 'No', 'Nothing', '', '  ', '- c'), {
  maxLength: 4,
});
const note = fc
  .tuple(words, fc.constantFrom('\n', '\n\n', '\r\n'))
  .map(([lines, separator]) => lines.join(separator));
const imported = fc.record(
  {
    status: fc.constantFrom(...STATUSES),
    tags: fc.array(fc.constantFrom('a', 'A', 'b', 'x/y', ' x / y'), { maxLength: 4 }),
    note,
    rating: fc.constantFrom<(1 | 5)[]>(1, 5),
    savedAt: fc.nat(900),
    removedAt: fc.constantFrom(0, 600),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ImportedEntry>;
const entry = imported.map((file) => importedEntry('arxiv:2512.01234', file, 'key', 900));

const linesOf = (text: string) => text.split(/\s*[\r\n]+\s*/).filter(Boolean);

describe('merging any file', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(entry, imported, (known, file) => {
        const once = mergeEntry(known, file, NOW);

        expect(mergeEntry(once, file, NOW + 1)).toBe(once);
      }),
    );
  });

  it('changes nothing the second time, with the paper twice in the file', () => {
    fc.assert(
      fc.property(entry, imported, imported, (known, first, second) => {
        const file = foldEntries(first, second);
        const once = mergeEntry(known, file, NOW);

        expect(mergeEntry(once, file, NOW + 1)).toBe(once);
      }),
    );
  });

  it('loses no note line and no tag of either side', () => {
    fc.assert(
      fc.property(entry, imported, imported, (known, first, second) => {
        const merged = mergeEntry(known, foldEntries(first, second), NOW);

        for (const { note = '', tags = [] } of [known, first, second]) {
          for (const line of linesOf(note)) expect(merged.note).toContain(line.trim());
          const lower = merged.tags.map((tag) => tag.toLowerCase());
          for (const tag of tags) expect(lower).toContain(tag.toLowerCase().replace(/\s/g, ''));
        }
      }),
    );
  });

  it('can be reverted to the same entry', () => {
    fc.assert(
      fc.property(entry, imported, (known, file) => {
        const merged = mergeEntry(known, file, NOW);

        expect(revertMerge(merged, known, merged, NOW + 1)).toBe(known);
      }),
    );
  });
});

describe('revertMerge', () => {
  const before = knownEntry({ tags: ['a'], note: 'mine' });
  const file: ImportedEntry = {
    status: 'read',
    tags: ['b'],
    note: 'theirs',
    rating: 3,
    savedAt: 1,
  };
  const after = mergeEntry(before, file, NOW);

  it('keeps later edits', () => {
    const current: Entry = { ...after, note: `${after.note} and more`, updatedAt: 2000 };

    const reverted = revertMerge(current, before, after, 3000);

    expect(reverted).toMatchObject({
      status: 'to-read',
      tags: ['a'],
      note: 'mine\n\ntheirs and more',
      savedAt: 500,
      updatedAt: 3000,
    });
    expect(reverted).not.toHaveProperty('rating');
  });

  it('keeps a tag, status and rating that were set later', () => {
    const current: Entry = {
      ...after,
      status: 'reading',
      rating: 5,
      tags: [...after.tags, 'c'],
      updatedAt: 2000,
    };

    expect(revertMerge(current, before, after, 3000)).toMatchObject({
      status: 'reading',
      rating: 5,
      tags: ['a', 'c'],
      note: 'mine',
    });
  });

  it('changes nothing when it is repeated', () => {
    expect(revertMerge(before, before, after, 3000)).toBe(before);
    const rated = { ...before, rating: 2 as const };
    const merged = mergeEntry(rated, file, NOW);
    const later: Entry = { ...merged, note: `${merged.note} and more`, updatedAt: 2000 };
    const once = revertMerge(later, rated, merged, 3000);
    expect(revertMerge(once, rated, merged, 4000)).toBe(once);
  });
});
