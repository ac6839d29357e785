import { describe, expect, it } from 'vitest';
import { planRename } from '@/lib/papers/tags/plan-rename';
import { tagAncestorFinder, tagRenamer } from '@/lib/papers/tags/rename-tags';
import { TAG_LENGTH_LIMIT } from '@/lib/papers/tags/tag';
import { tagUses } from '@/lib/papers/tags/tag-uses';

describe('tagAncestorFinder', () => {
  it('finds the nearest ancestor or the tag itself, ignoring case', () => {
    const above = tagAncestorFinder(['A', 'a/b', 'x']);
    expect(['a', 'a/B/c', 'A/q', 'ab', 'X', 'y/x'].map(above)).toEqual([
      'A',
      'a/b',
      'A',
      undefined,
      'x',
      undefined,
    ]);
  });
});

describe('tagRenamer', () => {
  it.each([
    // Old tags, new tag, a paper's tags before and after.
    [['a'], 'b', ['a', 'a/x', 'ab', 'c'], ['b', 'b/x', 'ab', 'c']],
    [['ML'], 'ml', ['ml', 'Ml/NLP'], ['ml', 'ml/NLP']],
    [['a'], 'b', ['b/x', 'a/X'], ['b/x']],
    [['a/b'], 'a', ['a/b', 'a/b/c', 'a'], ['a', 'a/c']],
    [['a'], 'a/b', ['a', 'a/b', 'a/x', 'a/b/y'], ['a/b', 'a/b/x', 'a/b/y']],
    [['a', 'a/b', 'c'], 'c', ['a', 'a/b/d', 'c', 'a/e'], ['c', 'c/d', 'c/e']],
    [['a', 'a/b'], 'a/b', ['a', 'a/b', 'a/x'], ['a/b', 'a/b/x']],
    [['x', 'y'], 'new', ['y', 'other', 'x'], ['new', 'other']],
    // These change length with their case.
    [['İ'], 'b', ['i̇/x', 'İ/y/z'], ['b/x', 'b/y/z']],
    [['i̇'], 'b', ['İ/x'], ['b/x']],
  ])('renames %j to %j: %j becomes %j', (from, to, before, after) => {
    expect(tagRenamer(from, to)(before)).toEqual(after);
  });
});

describe('planRename', () => {
  const uses = tagUses([['brain'], ['brain/eeg', 'NLP'], ['brain/fMRI'], ['Nlp'], ['vision']]);

  it('counts the papers and the tags below', () => {
    expect(planRename(uses, ['brain'], ' neuro ')).toEqual({
      to: 'neuro',
      papers: 3,
      below: 2,
      mergesWith: undefined,
      tooLong: false,
    });
  });

  it('returns the existing tag of that name, and takes over its spelling', () => {
    expect(planRename(uses, ['vision'], 'BRAIN')).toMatchObject({
      to: 'brain',
      mergesWith: { tag: 'brain', papers: [0, 1, 2] },
    });
    expect(planRename(uses, ['vision'], 'Brain / Vision')?.to).toBe('brain/Vision');
    expect(planRename(uses, ['vision'], 'Brain/EEG/vision')?.to).toBe('brain/eeg/vision');
  });

  it('returns undefined for no name or the same name', () => {
    expect(planRename(uses, ['brain'], '  / ')).toBeUndefined();
    expect(planRename(uses, ['brain'], 'brain')).toBeUndefined();
  });

  it('can change the case of a tag, or unify its spellings', () => {
    expect(planRename(uses, ['brain'], 'Brain')).toMatchObject({ to: 'Brain', papers: 3 });
    expect(planRename(uses, ['NLP'], 'NLP')).toMatchObject({ to: 'NLP', mergesWith: undefined });
  });

  it('can rename several tags to one of them', () => {
    expect(planRename(uses, ['brain', 'vision'], 'vision')).toEqual({
      to: 'vision',
      papers: 4,
      below: 2,
      mergesWith: undefined,
      tooLong: false,
    });
  });

  it('keeps the typed spelling below a level that changes length with its case', () => {
    const uses = tagUses([['İstanbul/x'], ['i̇stanbul/x'], ['İstanbul/y'], ['z']]);
    expect(planRename(uses, ['z'], 'i̇stanbul/Zeit')?.to).toBe('İstanbul/Zeit');
  });

  it('reports when a tag below would become too long', () => {
    const room = TAG_LENGTH_LIMIT - '/fMRI'.length;
    expect(planRename(uses, ['brain'], 'x'.repeat(room))?.tooLong).toBe(false);
    expect(planRename(uses, ['brain'], 'x'.repeat(room + 1))?.tooLong).toBe(true);
  });
});
