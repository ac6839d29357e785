import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordMark } from '@/lib/search/found';
import { excerpt, markWords, type Piece } from '@/lib/search/mark/mark-words';

function shown(pieces: readonly Piece[] | undefined): string | undefined {
  return pieces?.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}

function prefix(word: string): WordMark {
  return { kind: 'prefix', word };
}

function phrase(...words: string[]): WordMark {
  return { kind: 'phrase', words, prefix: false };
}

describe('markWords', () => {
  it.each<[string, WordMark[], string]>([
    ['Language Models of models', [prefix('model')], 'Language [Models] of [models]'],
    ['A remodelled supermodel', [prefix('model')], 'A remodelled supermodel'],
    ['Die Straße in Łódź', [prefix('strass'), prefix('lod')], 'Die [Straße] in [Łódź]'],
    ['zero-shot, zero shot, shot', [phrase('zero', 'shot')], '[zero-shot], [zero shot], shot'],
    [
      'GPT-4o and GPT-3',
      [{ kind: 'phrase', words: ['gpt', '4'], prefix: true }],
      '[GPT-4o] and GPT-3',
    ],
    ['gpt4', [phrase('gpt')], 'gpt4'],
    ['深層学習モデル', [phrase('深層', '層学', '学習')], '[深層学習]モデル'],
    ['深層学習モデル', [prefix('学')], '深層[学]習モデル'],
    ['深層学習', [prefix('習')], '深層学[習]'],
    ['one two three', [phrase('one', 'two'), phrase('two', 'three')], '[one two three]'],
    ['nothing here', [], 'nothing here'],
  ])('marks %s', (text, marks, expected) => {
    expect(shown(markWords(text, marks))).toBe(expected);
  });

  it('keeps the whole text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab ﬃß深学-.é'), maxLength: 40 });
    const marks = [prefix('a'), prefix('学'), phrase('b', 'a'), prefix('ff')];
    fc.assert(
      fc.property(text, (one) => {
        const pieces = markWords(one, marks);
        expect(pieces.map(({ text: piece }) => piece).join('')).toBe(one);
        expect(pieces.every(({ text: piece }) => piece !== '')).toBe(true);
      }),
    );
  });
});

describe('excerpt', () => {
  const filler = 'word '.repeat(100);

  it('is cut at spaces around the first hit', () => {
    const found = shown(excerpt(`${filler}the needle here ${filler}`, [prefix('needle')], 60));
    expect(found).toMatch(/^…(word )+the \[needle\] here( word)+…$/);
    expect(found?.length).toBeLessThanOrEqual(64);
  });

  it('covers as many search words as possible', () => {
    const text = `needle ${filler} needle in a haystack ${filler}`;
    expect(shown(excerpt(text, [prefix('needle'), prefix('hay')], 60))).toContain(
      '[needle] in a [haystack]',
    );
  });

  it('returns a short text whole, and undefined without a hit', () => {
    expect(shown(excerpt('a needle', [prefix('needle')], 60))).toBe('a [needle]');
    expect(excerpt(filler, [prefix('needle')], 60)).toBeUndefined();
    expect(excerpt(filler, [], 60)).toBeUndefined();
  });

  it('cuts a hit longer than the excerpt', () => {
    const pieces = excerpt(`${filler}${'a'.repeat(1000)} ${filler}`, [prefix('a')], 60);
    expect(shown(pieces)).toMatch(/\[a+\]…$/);
    expect(shown(pieces)?.length).toBeLessThanOrEqual(64);
  });

  it.each([
    ['hits', 'a '.repeat(200_000)],
    ['hits without a space', 'a-'.repeat(200_000)],
    ['words', 'word '.repeat(100_000)],
    ['one word', 'a'.repeat(400_000)],
    ['characters in pairs', '深'.repeat(400_000)],
  ])('is short for a very long text: %s', (_, text) => {
    const marks = Array.from({ length: 20 }, () => [prefix('a'), prefix('深')]).flat();
    expect(shown(excerpt(text, marks, 160))?.length ?? 0).toBeLessThanOrEqual(400);
  });

  it('never splits a character, and contains a hit', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\u{20000}', 'needle ', '習'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (one, length) => {
        const pieces = excerpt(one, [prefix('needle')], length);
        if (pieces === undefined) return;
        expect(pieces.some(({ marked }) => marked)).toBe(true);
        expect(pieces.every(({ text: piece }) => piece.isWellFormed())).toBe(true);
      }),
    );
  });
});
