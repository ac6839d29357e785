import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '@/lib/shared/fold';
import { LONGEST_WORD, tokensOf } from '@/lib/search/format/tokens';

function words(text: string): string[] {
  return tokensOf(text).map(({ word }) => word);
}

describe('tokensOf', () => {
  it.each([
    ['Attention Is All You Need!', 'attention is all you need'],
    ['GPT-4o (2512.01234v2)', 'gpt 4o 2512 01234v2'],
    ['Łódź, naïve Ærøskøbing, Straße', 'lodz naive aeroskobing strasse'],
    ['İstanbul ISPARTA ısı', 'istanbul isparta isi'],
    ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['eﬃcient ﬁne-tuning', 'efficient fine tuning'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ　４２', 'full width 42'],
    ['exam\u00adple', 'example'],
    ['10⁶ ½ ①', '106 1 2 1'],
    ['हिन्दी में', 'हिन्दी में'],
    ['한국어 모델', '한국어 모델'],
    ['❤️ — … :)', ''],
    ['', ''],
  ])('splits and folds %s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected);
  });

  it('returns pairs of characters for Chinese and Japanese, and the last one alone', () => {
    expect(words('深層学習')).toEqual(['深層', '層学', '学習', '習']);
    expect(words('用GPT模型')).toEqual(['用', 'gpt', '模型', '型']);
    expect(words('トランスフォーマー').slice(-2)).toEqual(['マー', 'ー']);
    expect(words('字')).toEqual(['字']);
    expect(words('、。「」')).toEqual([]);
  });

  it('keeps the voice marks of kana, in every encoding', () => {
    expect(words('ｶﾞｸ')).toEqual(words('ガク'));
    expect(words('ガク'.normalize('NFD'))).toEqual(words('ガク'));
    expect(words('がく')).not.toEqual(words('かく'));
  });

  it('returns the same words for every normalisation', () => {
    for (const text of ['Núñez über', '한국어 모델', 'ガク 深層', 'हिन्दी', 'Ǆ ﷺ ㎏']) {
      for (const form of ['NFC', 'NFD'] as const) {
        expect(words(text.normalize(form))).toEqual(words(text));
      }
    }
  });

  it('returns offsets in the original text, whatever folding did to the lengths', () => {
    const text = 'A ﬃ Straße 深層';
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'A',
      'ﬃ',
      'Straße',
      '深層',
      '層',
    ]);
  });

  it.each([
    ['base64', 'Ab9'.repeat(50_000)],
    ['accents', 'é'.repeat(50_000)],
    ['characters of two units', '𐐷'.repeat(50_000)],
    ['marks', `क${'ा'.repeat(50_000)}`],
    ['a pair with marks', `か${'\u3099'.repeat(50_000)}`],
  ])('cuts overlong words: %s', (_, text) => {
    const tokens = tokensOf(`before ${text} behind`);
    expect(tokens.map(({ start }) => start)).toEqual([0, 7, 8 + text.length]);
    for (const { word } of tokens) {
      expect(word.length).toBeLessThanOrEqual(LONGEST_WORD);
      expect(word.isWellFormed()).toBe(true);
    }
  });

  it('returns folded words, in order and within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        let previous = 0;
        for (const { word, start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(previous);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(word).toMatch(/[\p{L}\p{N}]/u);
          expect(fold(word)).toBe(word);
          previous = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ignores case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZ9é ñ-łøç模デ한.') }), (text) => {
        expect(words(text.toUpperCase())).toEqual(words(text));
      }),
    );
  });
});
