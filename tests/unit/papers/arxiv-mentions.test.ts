import { describe, expect, it } from 'vitest';
import { arxivMentionedIn, arxivOfWord, arxivSaidIn } from '@/lib/papers/arxiv-mentions';

describe('an arXiv paper', () => {
  it.each([
    ['see https://arxiv.org/abs/2512.01234v2, which', 'arxiv:2512.01234'],
    ['CoRR abs/1706.03762', 'arxiv:1706.03762'],
    ['version 2512.01234', undefined],
  ])('is mentioned in %j: %j', (text, id) => expect(arxivMentionedIn(text)).toBe(id));

  it.each([
    ['2512.01234v1 [cs.CL]', 'arxiv:2512.01234'],
    ['math.GT/0309136', 'arxiv:math/0309136'],
    ['arXiv preprint arXiv:1706.03762', 'arxiv:1706.03762'],
    ['version 2512.01234', undefined],
  ])('is said to be %j: %j', (text, id) => expect(arxivSaidIn(text)).toBe(id));

  it.each([
    ['2512.01234', 'arxiv:2512.01234'],
    ['2512.01234v2.pdf', 'arxiv:2512.01234'],
    ['HEP-TH/9901001.', 'arxiv:hep-th/9901001'],
    ['math%2F0502036', 'arxiv:math/0502036'],
    ['hf.co/papers/2512.01234', 'arxiv:2512.01234'],
    // No month, yet whoever writes this means a paper.
    ['arXiv:2599.01234', 'arxiv:2599.01234'],
    ['2599.01234', undefined],
    ['2512.01234,2512.01235', undefined],
    ['2512.01234-draft', undefined],
    ['x2512.01234', undefined],
    ['', undefined],
  ])('is, of the word %j, %j', (word, id) => expect(arxivOfWord(word)).toBe(id));

  it.each(['arxiv.org/', 'abs/', 'a-', '2512.01234', '.', '%41'])(
    'is found or not in a megabyte of %j without delay',
    (part) => {
      const text = part.repeat(1e6 / part.length);
      for (const read of [arxivMentionedIn, arxivSaidIn, arxivOfWord]) {
        expect([undefined, 'arxiv:2512.01234']).toContain(read(text));
      }
    },
  );
});
