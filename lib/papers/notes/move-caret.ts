import { hunksOf } from './hunks';
import { isWord, wordsOf } from './words';

/**
 * Moves a caret from `former` to `text`, keeping it at its word, where the reader types on.
 * @param caret in UTF-16 units, like the result
 */
export function moveCaret(former: string, text: string, caret: number): number {
  if (caret === 0) return 0;
  const words = wordsOf(former);
  /** Positions reached in both texts. */
  let [read, written] = [0, 0];
  let at = 0;
  for (const { start, end, content } of hunksOf(words, wordsOf(text))) {
    for (; at < start; at += 1) {
      const length = words[at]?.length ?? 0;
      if (caret <= read + length) {
        const isBetween = caret === read + length && !isWord(words[at]) && at + 1 === start;
        // Between words, the caret is where the next word begins.
        const skipped = isBetween && isWord(content[0]) ? content.join('').length : 0;
        return written + (caret - read) + skipped;
      }
      [read, written] = [read + length, written + length];
    }
    const [removed, added] = [words.slice(start, end).join(''), content.join('')];
    if (removed !== '' && caret <= read + removed.length) {
      return written + (added.startsWith(removed) ? caret - read : added.length);
    }
    [read, written, at] = [read + removed.length, written + added.length, end];
  }
  return written + (caret - read);
}
