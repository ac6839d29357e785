import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagKey, withTag } from '@/lib/papers/tags/tag';
import { filterTagRows, tagRows } from '@/lib/papers/tags/tag-rows';
import { countPapers, tagUses } from '@/lib/papers/tags/tag-uses';

const rowsOf = (lists: string[][], order: 'name' | 'count' = 'name') =>
  tagRows(tagUses(lists), order).map(({ tag, level, count }) => `${tag} ${level} ${count}`);

/** Of few names, so that they collide. */
const lists = fc.array(
  fc
    .array(
      fc
        .array(fc.constantFrom('a', 'A', 'b', 'c d', 'É', 'é'), { minLength: 1, maxLength: 3 })
        .map((names) => names.join('/')),
      { maxLength: 4 },
    )
    .map((tags) => tags.reduce<string[]>(withTag, [])),
  { maxLength: 12 },
);

describe('tagUses', () => {
  it('counts a paper once per level, with any number of tags below', () => {
    expect(rowsOf([['a/x', 'a/y'], ['a/x'], ['a', 'b']])).toEqual([
      'a 0 3',
      'a/x 1 2',
      'a/y 1 1',
      'b 0 1',
    ]);
  });

  it('counts tags that differ by case as one, and lists the variants', () => {
    const uses = tagUses([['Brain'], ['brain/x'], ['brain'], ['BRAIN/X'], ['Brain/x']]);
    expect([...uses.values()]).toEqual([
      { tag: 'brain', variants: ['Brain', 'BRAIN'], papers: [0, 1, 2, 3, 4] },
      { tag: 'brain/x', variants: ['X'], papers: [1, 3, 4] },
    ]);
  });

  it('agrees with counting the papers of each tag separately', () => {
    fc.assert(
      fc.property(lists, (tagLists) => {
        for (const [key, { tag, papers }] of tagUses(tagLists)) {
          expect(tagKey(tag)).toBe(key);
          const expectedPapers = tagLists.flatMap((tags, paper) =>
            tags.some((each) => `${tagKey(each)}/`.startsWith(`${key}/`)) ? [paper] : [],
          );
          expect(papers).toEqual(expectedPapers);
        }
      }),
    );
  });

  it('counts a paper with several tags once', () => {
    const uses = tagUses([['a/x'], ['a', 'b'], ['b'], ['c']]);
    expect(countPapers(uses, ['A', 'a/x', 'b', 'unknown'])).toBe(3);
  });
});

describe('tagRows and filterTagRows', () => {
  const tagLists = [
    ['b'],
    ['b'],
    ['a/z'],
    ['a/y'],
    ['a/y'],
    ['tag 10'],
    ['tag 2'],
    ['Überblick/x'],
  ];

  it('sort by name, each tag followed by those below it', () => {
    expect(rowsOf(tagLists)).toEqual([
      'a 0 3',
      'a/y 1 2',
      'a/z 1 1',
      'b 0 2',
      'tag 2 0 1',
      'tag 10 0 1',
      'Überblick 0 1',
      'Überblick/x 1 1',
    ]);
  });

  it('sort by count within a level, then by name', () => {
    expect(rowsOf([['b/k'], ['b/m'], ['b/m'], ['c'], ['a']], 'count')).toEqual([
      'b 0 3',
      'b/m 1 2',
      'b/k 1 1',
      'a 0 1',
      'c 0 1',
    ]);
  });

  it('contain every tag once, after its parent', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom('name' as const, 'count' as const), (some, order) => {
        const uses = tagUses(some);
        const rows = tagRows(uses, order);
        expect(new Set(rows.map(({ key }) => key))).toEqual(new Set(uses.keys()));
        expect(rows).toHaveLength(uses.size);
        for (const [index, { key, level, name }] of rows.entries()) {
          const above = rows.slice(0, index).findLast((row) => row.level === level - 1);
          expect(key).toBe(above === undefined ? tagKey(name) : `${above.key}/${tagKey(name)}`);
        }
      }),
    );
  });

  it.each([
    ['', 8],
    ['zzz', 0],
    ['uber', 2],
    ['Y', 2],
    ['a/', 3],
    ['b', 3],
  ])('filtered by %j, with their ancestors, are %i', (text, count) => {
    expect(filterTagRows(tagRows(tagUses(tagLists), 'name'), text)).toHaveLength(count);
  });

  it('filtered, keep only the ancestors of matches', () => {
    const rows = tagRows(tagUses([['a/x/deep'], ['a/y'], ['b/deep'], ['c']]), 'name');
    expect(filterTagRows(rows, 'deep').map(({ tag }) => tag)).toEqual([
      'a',
      'a/x',
      'a/x/deep',
      'b',
      'b/deep',
    ]);
  });
});
