// Accents and invisible characters, but not kana voice marks and Indic vowel signs, which are
// letters (https://www.unicode.org/charts/, "Combining Diacritical Marks").
const DIACRITICS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\p{Variation_Selector}]+/gu;

// Final sigma, and letters that Unicode does not decompose.
const PLAIN_LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};
const UNPLAIN_LETTER = /[łøđßæœıς]/g;

const ASCII = /^[\0-\x7f]*$/;

/** For comparison: lower case, no compatibility forms, no accents. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .toLowerCase()
    .replace(DIACRITICS, '')
    .replace(UNPLAIN_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC');
}
