import { describe, expect, test } from 'vitest';
import { PAPER_PATTERNS, paperAtAddress } from '../../../lib/sites/paper-address';
import { sites } from '../../../lib/sites/registry';

const at = (address: string) => paperAtAddress(new URL(address));

describe('paperAtAddress', () => {
  test.each([
    ['https://huggingface.co/papers/2512.01234', 'arxiv:2512.01234'],
    ['https://huggingface.co/papers/2512.01234/', 'arxiv:2512.01234'],
    ['https://huggingface.co/papers/2512.01234v3?utm=x#community', 'arxiv:2512.01234'],
    ['https://arxiv.org/abs/2512.01234', 'arxiv:2512.01234'],
    ['https://arxiv.org/abs/2512.01234v2?context=cs.CL#x', 'arxiv:2512.01234'],
    ['http://www.arxiv.org/abs/2512.01234/', 'arxiv:2512.01234'],
    ['https://export.arxiv.org/abs/0704.0001', 'arxiv:0704.0001'],
    ['https://arxiv.org/pdf/2512.01234', 'arxiv:2512.01234'],
    ['https://arxiv.org/pdf/2512.01234v1.pdf', 'arxiv:2512.01234'],
    ['https://arxiv.org/html/2512.01234v1', 'arxiv:2512.01234'],
    ['https://arxiv.org/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://arxiv.org/pdf/hep-th/9901001v2.pdf', 'arxiv:hep-th/9901001'],
    // In the form that arXiv prefers.
    ['https://arxiv.org/abs/math.GT/0309136', 'arxiv:math/0309136'],
  ])('reads %s', (address, id) => {
    expect(at(address)).toBe(id);
  });

  test.each([
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/date/2026-02-02',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers/2512.01234/edit',
    'https://huggingface.co/papers/2512.012345',
    'https://huggingface.co.evil.example/papers/2512.01234',
    'http://huggingface.co/papers/2512.01234',
    'https://arxiv.org/',
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/abs/',
    'https://arxiv.org/abs/not-a-paper',
    'https://arxiv.org/abs/2512.01234/more',
    'https://arxiv.org:8443/abs/2512.01234',
    'https://notarxiv.org/abs/2512.01234',
    'https://arxiv.org.evil.example/abs/2512.01234',
    'https://example.org/?u=https://arxiv.org/abs/2512.01234',
    'ftp://arxiv.org/abs/2512.01234',
    'about:blank',
    'https://user@arxiv.org/abs/2512.01234',
    'https://user:word@huggingface.co/papers/2512.01234',
    'https://arxiv.org@evil.example/abs/2512.01234',
    'https://huggingface.co:x@evil.example/papers/2512.01234',
  ])('returns undefined for %s', (address) => {
    expect(at(address)).toBeUndefined();
  });

  test('agrees with paperAt of a site on its own pages', () => {
    const url = new URL('https://huggingface.co/papers/2512.01234v3');
    expect(sites.map((site) => site.paperAt(url))).toEqual(['arxiv:2512.01234']);
    expect(sites.map((site) => site.paperAt(new URL('https://arxiv.org/abs/2512.01234')))).toEqual([
      undefined,
    ]);
  });
});

describe('PAPER_PATTERNS', () => {
  // https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
  const matches = (address: string) => {
    const { protocol, host, pathname, search } = new URL(address);
    return PAPER_PATTERNS.some((pattern) => {
      const [, scheme, onHost, path] = /^(\*|https):\/\/([^/]+)(\/.*)$/.exec(pattern)!;
      const pathPattern = new RegExp(`^${path!.replace(/[.?]/g, '\\$&').replaceAll('*', '.*')}$`);
      const isScheme = scheme === '*' ? /^https?:$/.test(protocol) : protocol === `${scheme}:`;
      return isScheme && host === onHost && pathPattern.test(pathname + search);
    });
  };

  test.each([
    'https://huggingface.co/papers/2512.01234',
    'https://huggingface.co/papers/0704.0001?x=1',
    'https://arxiv.org/abs/2512.01234v1',
    'https://arxiv.org/pdf/hep-th/9901001v2.pdf',
    'http://www.arxiv.org/html/2512.01234',
  ])('match %s', (address) => expect(matches(address)).toBe(true));

  test.each([
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/date/2026-02-02',
    'https://huggingface.co/papers/week/2026-W01',
    'https://huggingface.co/papers/month/2026-02',
    'https://huggingface.co/papers/trending',
    'https://arxiv.org/list/cs.CL/recent',
  ])('do not match %s', (address) => expect(matches(address)).toBe(false));
});
