import { describe, expect, it } from 'vitest';
import { planRename } from '@/lib/papers/tags/plan-rename';
import { tagAncestorFinder, tagRenamer } from '@/lib/papers/tags/rename-tags';
import { TAG_LENGTH_LIMIT } from '@/lib/papers/tags/tag';
import { tagUses } from '@/lib/papers/tags/tag-uses';

describe('the tag above', () => {
  it('is the nearest, itself included, case aside', () => {
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

describe('renaming', () => {
  it.each([
    // What is renamed, to what, the tags of a paper before and after.
    [['a'], 'b', ['a', 'a/x', 'ab', 'c'], ['b', 'b/x', 'ab', 'c']],
    [['ML'], 'ml', ['ml', 'Ml/NLP'], ['ml', 'ml/NLP']],
    [['a'], 'b', ['b/x', 'a/X'], ['b/x']],
    [['a/b'], 'a', ['a/b', 'a/b/c', 'a'], ['a', 'a/c']],
    [['a'], 'a/b', ['a', 'a/b', 'a/x', 'a/b/y'], ['a/b', 'a/b/x', 'a/b/y']],
    [['a', 'a/b', 'c'], 'c', ['a', 'a/b/d', 'c', 'a/e'], ['c', 'c/d', 'c/e']],
    [['a', 'a/b'], 'a/b', ['a', 'a/b', 'a/x'], ['a/b', 'a/b/x']],
    [['x', 'y'], 'new', ['y', 'other', 'x'], ['new', 'other']],
    // Letters that are longer in another case.
    [['İ'], 'b', ['i̇/x', 'İ/y/z'], ['b/x', 'b/y/z']],
    [['i̇'], 'b', ['İ/x'], ['b/x']],
  ])('%j to %j makes %j into %j', (from, to, before, after) => {
    expect(tagRenamer(from, to)(before)).toEqual(after);
  });
});

describe('the plan of a rename', () => {
  const uses = tagUses([['brain'], ['brain/eeg', 'NLP'], ['brain/fMRI'], ['Nlp'], ['vision']]);

  it('counts the papers, and the tags that move along', () => {
    expect(planRename(uses, ['brain'], ' neuro ')).toEqual({
      to: 'neuro',
      papers: 3,
      below: 2,
      mergesWith: undefined,
      tooLong: false,
    });
  });

  it('tells the other tag that has the name, and takes over how it is written', () => {
    expect(planRename(uses, ['vision'], 'BRAIN')).toMatchObject({
      to: 'brain',
      mergesWith: { tag: 'brain', papers: [0, 1, 2] },
    });
    expect(planRename(uses, ['vision'], 'Brain / Vision')?.to).toBe('brain/Vision');
    expect(planRename(uses, ['vision'], 'Brain/EEG/vision')?.to).toBe('brain/eeg/vision');
  });

  it('is none while nothing is typed, or only the name that it has', () => {
    expect(planRename(uses, ['brain'], '  / ')).toBeUndefined();
    expect(planRename(uses, ['brain'], 'brain')).toBeUndefined();
  });

  it('can write a tag in another case, or in one way that is written in several', () => {
    expect(planRename(uses, ['brain'], 'Brain')).toMatchObject({ to: 'Brain', papers: 3 });
    expect(planRename(uses, ['NLP'], 'NLP')).toMatchObject({ to: 'NLP', mergesWith: undefined });
  });

  it('of several can take the name of one of them', () => {
    expect(planRename(uses, ['brain', 'vision'], 'vision')).toEqual({
      to: 'vision',
      papers: 4,
      below: 2,
      mergesWith: undefined,
      tooLong: false,
    });
  });

  it('writes on as typed below a level whose letters are longer in another case', () => {
    const uses = tagUses([['İstanbul/x'], ['i̇stanbul/x'], ['İstanbul/y'], ['z']]);
    expect(planRename(uses, ['z'], 'i̇stanbul/Zeit')?.to).toBe('İstanbul/Zeit');
  });

  it('says when a tag below would be cut', () => {
    const room = TAG_LENGTH_LIMIT - '/fMRI'.length;
    expect(planRename(uses, ['brain'], 'x'.repeat(room))?.tooLong).toBe(false);
    expect(planRename(uses, ['brain'], 'x'.repeat(room + 1))?.tooLong).toBe(true);
  });
});
