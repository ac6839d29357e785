import { describe, expect, it } from 'vitest';
import { matchTags } from '@/lib/papers/match-tags';
import { cleanTag, TAG_LENGTH_LIMIT, withoutTag, withTag } from '@/lib/papers/tag';

describe('a tag', () => {
  it.each([
    ['  scene   graphs ', 'scene graphs'],
    ['architecture / ssm', 'architecture/ssm'],
    ['/a//b/', 'a/b'],
    [' / ', ''],
    ['x'.repeat(300), 'x'.repeat(TAG_LENGTH_LIMIT)],
  ])('%j is kept as %j', (typed, kept) => expect(cleanTag(typed)).toBe(kept));

  it('is there once, whatever its case', () => {
    expect(withTag(['NLP'], 'nlp')).toEqual(['NLP']);
    expect(withTag(['NLP'], '  ')).toEqual(['NLP']);
    expect(withoutTag(['NLP', 'vision'], 'nlp')).toEqual(['vision']);
  });
});

describe('the tags offered', () => {
  const tags = ['brain', 'architecture', 'architecture/ssm', 'Überblick', 'scene graphs', 'grasp'];
  it.each([
    ['', [], 3, ['brain', 'architecture', 'architecture/ssm']],
    ['gra', [], 9, ['grasp', 'scene graphs']],
    ['ssm', [], 9, ['architecture/ssm']],
    ['uber', [], 9, ['Überblick']],
    ['arch', ['Architecture'], 9, ['architecture/ssm']],
    ['zzz', [], 9, []],
  ])('for %j without %j', (typed, taken, limit, offered) => {
    expect(matchTags(tags, typed, taken, limit)).toEqual(offered);
  });
});
