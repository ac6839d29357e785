import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationKeyStem, exportKeys, uniqueCitationKeys } from '../../../lib/export/citation-key';
import type { KnownPaper } from '../../../lib/papers/paper';
import { makeRecord, nastyLine } from './records';

function stem(title: string, author?: string, rest: Partial<KnownPaper> = {}): string {
  const authors = author === undefined ? {} : { authors: [author] };
  return citationKeyStem(
    makeRecord({ title, publishedOn: '2025-07-08', ...authors, ...rest }).paper,
  );
}

describe('citationKeyStem', () => {
  it.each([
    ['Scaling Laws', 'Łukasz Kaiser', 'kaiser2025scaling'],
    ['On the Origin of Agents', 'Laurens van der Maaten', 'maaten2025origin'],
    ['Attention Is All You Need', 'Luc Van Gool', 'vangool2025attention'],
    ["What's Next?", "Conan O'Brien", 'obrien2025whats'],
    ['π-StepNFT: Wider', 'Jörg Weiß-Ærø', 'weissaero2025stepnft'],
    ['V_{0.5}: Generalist Value', 'Ahmet Üstün', 'ustun2025generalist'],
    ['3D Scenes', 'The ATLAS Collaboration', 'atlascollaboration20253d'],
    ['The Report', 'DeepSeek-AI', 'deepseekai2025report'],
    ['Éclair au café', 'Иван Петров', 'eclair2025au'],
    ['Éclair au café', undefined, 'eclair2025au'],
    ['A B', 'Ann Lee', 'lee2025a'],
    ['深度学习', 'Ann Lee', 'lee2025'],
    ['深度学习', '王小明', 'arxiv250706261'],
    ['', undefined, 'arxiv250706261'],
  ])('for %s by %s returns %s', (title, author, key) => {
    expect(stem(title, author)).toBe(key);
  });

  it('omits an unknown year', () => {
    const { publishedOn: _, ...paper } = makeRecord({
      title: 'Scaling',
      authors: ['Ann Lee'],
      publishedOn: '2025-07-08',
    }).paper;
    expect(citationKeyStem(paper)).toBe('leescaling');
  });

  it('is never empty and only a-z0-9', () => {
    fc.assert(
      fc.property(nastyLine, nastyLine, (title, author) => {
        expect(stem(title, author)).toMatch(/^[a-z0-9]+$/);
      }),
    );
  });
});

describe('uniqueCitationKeys', () => {
  it('appends a, b … z, aa', () => {
    const taken = new Set<string>();
    const keyFrom = uniqueCitationKeys((key) => taken.has(key));
    const keys = Array.from({ length: 30 }, () => {
      const key = keyFrom('k');
      taken.add(key);
      return key;
    });
    expect([keys[0], keys[1], keys[2], keys[26], keys[27], keys[28]]).toEqual([
      'k',
      'ka',
      'kb',
      'kz',
      'kaa',
      'kab',
    ]);
  });
});

describe('many keys with one stem', () => {
  it('take a constant number of checks each', () => {
    const taken = new Set(['k', 'kb']);
    let checks = 0;
    const keyFrom = uniqueCitationKeys((key) => {
      checks += 1;
      return taken.has(key);
    });
    const keys = Array.from({ length: 20_000 }, () => {
      const key = keyFrom('k');
      taken.add(key);
      return key;
    });
    expect(keys.slice(0, 3)).toEqual(['ka', 'kc', 'kd']);
    expect(new Set(keys).size).toBe(20_000);
    expect(checks).toBeLessThan(40_010);
    expect(keyFrom('other')).toBe('other');
  });
});

describe('exportKeys', () => {
  it('keeps valid keys and replaces the others by unique ones', () => {
    const paper = { title: 'Scaling', authors: ['Ann Lee'] };
    const keys = ['x', 'x', 'xa', '', 'b,d', 'X', 'ok:1', 'müller', 'b%d'].map((citationKey) =>
      makeRecord(paper, { citationKey }),
    );
    const expected = [
      'x',
      'xb',
      'xa',
      'leescaling',
      'leescalinga',
      'Xc',
      'ok:1',
      'müller',
      'leescalingb',
    ];
    expect(exportKeys(keys)).toEqual(expected);
  });
});
