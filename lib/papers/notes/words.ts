/** In scripts without spaces, each letter is a word. */
const LETTER = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`;
const WORD = new RegExp(String.raw`${LETTER}|(?:(?!${LETTER})[\p{L}\p{N}\p{M}_])+|[^]`, 'gu');
const WORD_START = /^[\p{L}\p{N}\p{M}_]/u;

/** Words, and each character between them; joined, they are `text`. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** Whether a `wordsOf` token is a word. */
export function isWord(token: string | undefined): boolean {
  return token !== undefined && WORD_START.test(token);
}
