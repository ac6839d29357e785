import { describe, expect, it, vi } from 'vitest';
import { tagsFrom } from '@/lib/import/keywords';
import { matchNames } from '@/lib/papers/match-names';
import {
  cleanTag,
  sameTag,
  TAG_LENGTH_LIMIT,
  tagKey,
  withoutTag,
  withTag,
} from '@/lib/papers/tags/tag';
import { tagForest } from '@/lib/papers/tags/tag-forest';

describe('tags', () => {
  it.each([
    ['  scene   graphs ', 'scene graphs'],
    ['architecture / ssm', 'architecture/ssm'],
    ['/a//b/', 'a/b'],
    [' / ', ''],
    ['x'.repeat(300), 'x'.repeat(TAG_LENGTH_LIMIT)],
  ])('cleanTag(%j) returns %j', (typed, kept) => expect(cleanTag(typed)).toBe(kept));

  it('are added and removed ignoring case', () => {
    expect(withTag(['NLP'], 'nlp')).toEqual(['NLP']);
    expect(withTag(['NLP'], '  ')).toEqual(['NLP']);
    expect(withoutTag(['NLP', 'vision'], 'nlp')).toEqual(['vision']);
  });
});

describe('tagKey', () => {
  it('does not depend on the language of the browser', () => {
    const { toLocaleLowerCase } = String.prototype;
    const turkish = vi.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(function (
      this: string,
    ) {
      return toLocaleLowerCase.call(this, 'tr');
    });
    expect(tagKey('INFO')).toBe('info');
    expect(sameTag('INFO', 'info')).toBe(true);
    expect(
      tagForest([
        { value: 'INFO', count: 1 },
        { value: 'info/x', count: 1 },
      ]),
    ).toHaveLength(1);
    expect(tagsFrom(['INFO', 'info'])).toEqual(['INFO']);
    turkish.mockRestore();
  });
});

describe('matchNames', () => {
  const tags = ['brain', 'architecture', 'architecture/ssm', 'Überblick', 'scene graphs', 'grasp'];
  it.each([
    ['', [], 3, ['brain', 'architecture', 'architecture/ssm']],
    ['gra', [], 9, ['grasp', 'scene graphs']],
    ['ssm', [], 9, ['architecture/ssm']],
    ['uber', [], 9, ['Überblick']],
    ['arch', ['Architecture'], 9, ['architecture/ssm']],
    ['zzz', [], 9, []],
  ])('suggests names for %j without %j', (typed, taken, limit, suggested) => {
    expect(matchNames(tags, typed, taken, limit)).toEqual(suggested);
  });
});
