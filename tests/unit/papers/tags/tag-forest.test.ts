import { describe, expect, it } from 'vitest';
import { tagForest } from '@/lib/papers/tags/tag-forest';

const count = (value: string, papers: number) => ({ value, count: papers });

describe('tagForest', () => {
  it('keeps the given order and nests tags below their parent', () => {
    const forest = tagForest([
      count('vision', 9),
      count('architecture', 5),
      count('architecture/ssm', 3),
      count('vision/3d/nerf', 1),
      count('vision/3d', 2),
    ]);
    expect(forest.map(({ tag }) => tag)).toEqual(['vision', 'architecture']);
    expect(forest[0]?.children).toEqual([
      {
        tag: 'vision/3d',
        name: '3d',
        count: 2,
        children: [{ tag: 'vision/3d/nerf', name: 'nerf', count: 1, children: [] }],
      },
    ]);
  });

  it('finds a parent in any case', () => {
    expect(tagForest([count('ml/nlp', 1), count('ML', 2)])).toEqual([
      {
        tag: 'ML',
        name: 'ML',
        count: 2,
        children: [{ tag: 'ml/nlp', name: 'nlp', count: 1, children: [] }],
      },
    ]);
  });

  it('puts a tag without a parent at the root', () => {
    expect(tagForest([count('a/b', 1)]).map(({ tag, name }) => [tag, name])).toEqual([
      ['a/b', 'b'],
    ]);
  });
});
