// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Piece } from '@/components/paper/Marked';
import { authorSummary } from '@/components/format/format-authors';
import { useEnglish } from './english';
import { aKnownPaper } from '../../fixtures/rows';

useEnglish();

const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test.each([
  [undefined, undefined, ''],
  [undefined, 12, '12 authors'],
  [[], 1, '1 author'],
  [['Adrian Kosowski'], 1, 'Kosowski'],
  [['Laurens van der Maaten', 'Geoffrey Hinton'], 2, 'van der Maaten, Hinton'],
  [['A B', 'C D', 'E F', 'G H'], 4, 'B, D +2'],
])('%j of %s authors are shown as %j', (authors, authorCount, words) => {
  const known = authors === undefined ? {} : { authors };
  const count = authorCount === undefined ? {} : { authorCount };

  expect(shown(authorSummary(aKnownPaper({ ...known, ...count })))).toBe(words);
});

const many = ['Ada Quill', 'Bo Ames', 'Cy Quill', 'Di Voss', 'Ed Quill', 'Fay Quill', 'Gus Orr'];

test.each([
  ['Voss', 'Quill, Ames, [Voss] +4'],
  ['Ames', 'Quill, [Ames] +5'],
  // Rows omit given names; a match there shows the whole name.
  ['Bo', 'Quill, [Bo] Ames +5'],
  ['Gus', 'Quill, Ames, [Gus] Orr +4'],
  // At most two later matches: there may be hundreds.
  ['Quill', '[Quill], Ames, [Quill], [Quill] +3'],
  ['Nobody', 'Quill, Ames +5'],
])('authors matching %j are shown: %j', (word, words) => {
  const mark = (text: string): Piece[] =>
    text.split(/(?<= )|(?= )/).map((part) => ({ text: part, marked: part === word }));

  expect(shown(authorSummary(aKnownPaper({ authors: many }), mark))).toBe(words);
});
