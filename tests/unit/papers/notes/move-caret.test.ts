import { expect, it } from 'vitest';
import { moveCaret } from '@/lib/papers/notes/move-caret';

it.each([
  ['text before it', 'one ap| two', 'new one ap| two'],
  ['text after it', 'one ap| two', 'one ap| new two'],
  ['a word before it that begins alike', 'one a|', 'one apple a|'],
  ['a word where the next one begins', 'one | two', 'one new | two'],
  ['a continued word', 'the qu|', 'the qu|ick'],
  ['a removed word', 'one tw|o three', 'one | three'],
  ['text at the start', '|one', '|new one'],
])('moveCaret stays at its word: %s', (_, former, text) => {
  const [before, after] = [former.indexOf('|'), text.indexOf('|')];
  expect(moveCaret(former.replace('|', ''), text.replace('|', ''), before)).toBe(after);
});
