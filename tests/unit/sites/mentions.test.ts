import { describe, expect, it } from 'vitest';
import { leadsToPapers, paperMentionedIn, paperOfWord, paperSaidIn } from '@/lib/sites/mentions';

describe('mentions of papers', () => {
  it.each([
    ['see https://arxiv.org/abs/2512.01234v2, which', 'arxiv:2512.01234'],
    ['CoRR abs/1706.03762', 'arxiv:1706.03762'],
    ['see hf.co/papers/2512.01234, not arXiv:2512.99999', 'arxiv:2512.01234'],
    ['see arXiv:2512.01234, not hf.co/papers/2512.99999', 'arxiv:2512.01234'],
    ['https%3A%2F%2Fhuggingface.co%2Fpapers%2F2512.01234', 'arxiv:2512.01234'],
    ['version 2512.01234', undefined],
  ])('paperMentionedIn(%j) returns %j', (text, id) => expect(paperMentionedIn(text)).toBe(id));

  it.each([
    'https://user@arxiv.org/abs/2512.01234',
    'https://user:word@arxiv.org/abs/2512.01234',
    'https://arxiv.org@evil.example/abs/2512.01234',
    'https://arxiv.org:x@evil.example/pdf/2512.01234',
    'https://huggingface.co@evil.example/hf.co/papers/2512.01234',
    'https://evil.example\\@arxiv.org/abs/2512.01234',
    'https://evil.example%2Fabs@arxiv.org/abs/2512.01234',
    'https%3A%2F%2Fuser%40arxiv.org%2Fabs%2F2512.01234',
    '//user@arxiv.org/abs/2512.01234',
  ])('%s names no paper', (text) => {
    for (const read of [paperMentionedIn, paperSaidIn, paperOfWord]) {
      expect(read(text)).toBeUndefined();
    }
  });

  it.each([
    'https://medium.example/@user/on-arxiv.org/abs/2512.01234',
    'https://arxiv.org/abs/2512.01234?from=@user',
    'https://user@evil.example/ arXiv:2512.01234',
    'me@host.example, arXiv:2512.01234',
  ])('%s names one', (text) => expect(paperMentionedIn(text)).toBe('arxiv:2512.01234'));

  it.each([
    ['2512.01234v1 [cs.CL]', 'arxiv:2512.01234'],
    ['math.GT/0309136', 'arxiv:math/0309136'],
    ['arXiv preprint arXiv:1706.03762', 'arxiv:1706.03762'],
    ['version 2512.01234', undefined],
  ])('paperSaidIn(%j) returns %j', (text, id) => expect(paperSaidIn(text)).toBe(id));

  it.each([
    ['2512.01234', 'arxiv:2512.01234'],
    ['2512.01234v2.pdf', 'arxiv:2512.01234'],
    ['HEP-TH/9901001.', 'arxiv:hep-th/9901001'],
    ['math%2F0502036', 'arxiv:math/0502036'],
    ['hf.co/papers/2512.01234', 'arxiv:2512.01234'],
    // Not a month, but clearly meant as a paper.
    ['arXiv:2599.01234', 'arxiv:2599.01234'],
    ['2599.01234', undefined],
    ['2512.01234,2512.01235', undefined],
    ['2512.01234-draft', undefined],
    ['x2512.01234', undefined],
    ['', undefined],
  ])('paperOfWord(%j) returns %j', (word, id) => expect(paperOfWord(word)).toBe(id));

  it.each(['arxiv.org/', 'abs/', 'a-', '2512.01234', '.', '%41', '//', '//a', '@'])(
    'all of them handle a megabyte of %j',
    (part) => {
      const text = part.repeat(1e6 / part.length);
      for (const read of [paperMentionedIn, paperSaidIn, paperOfWord]) {
        expect([undefined, 'arxiv:2512.01234']).toContain(read(text));
      }
    },
  );
});

describe('leadsToPapers', () => {
  it.each([
    'https://huggingface.co/papers',
    'https://hf.co/papers/2512.01234',
    'http://www.arxiv.org/abs/2512.01234',
    'https://alphaxiv.org/overview/2512.01234',
    'https://doi.org/10.1000/xyz',
    'https://doi.org',
  ])('returns true for %s', (url) => expect(leadsToPapers(url)).toBe(true));

  it.each([
    'https://huggingface.co/papersplease',
    'https://huggingface.co/spaces/a/b',
    'https://notdoi.org/x',
    'https://example.org/?u=https://arxiv.org/abs/2512.01234',
  ])('returns false for %s', (url) => expect(leadsToPapers(url)).toBe(false));
});
