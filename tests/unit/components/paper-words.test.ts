// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Piece } from '@/components/Marked';
import { paperHash, paperOfHash } from '@/components/paper-address';
import { authorSummary, shortDay, timeAgo } from '@/components/paper-words';
import { webAddress } from '@/components/web-address';
import { useEnglish } from './english';
import { paperWith } from './papers';

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
])('the authors %j of %s are told as %j', (authors, authorCount, words) => {
  const known = authors === undefined ? {} : { authors };
  const count = authorCount === undefined ? {} : { authorCount };

  expect(shown(authorSummary(paperWith({ ...known, ...count })))).toBe(words);
});

const many = ['Ada Quill', 'Bo Ames', 'Cy Quill', 'Di Voss', 'Ed Quill', 'Fay Quill', 'Gus Orr'];

test.each([
  ['Voss', 'Quill, Ames, [Voss] +4'],
  ['Ames', 'Quill, [Ames] +5'],
  // By a word that a row leaves out of names: the whole of it, to say why it is there.
  ['Bo', 'Quill, [Bo] Ames +5'],
  ['Gus', 'Quill, Ames, [Gus] Orr +4'],
  // Two of those further behind, since there may be hundreds.
  ['Quill', '[Quill], Ames, [Quill], [Quill] +3'],
  ['Nobody', 'Quill, Ames +5'],
])('who was found by %j is among the authors told: %j', (word, words) => {
  const mark = (text: string): Piece[] =>
    text.split(/(?<= )|(?= )/).map((part) => ({ text: part, marked: part === word }));

  expect(shown(authorSummary(paperWith({ authors: many }), mark))).toBe(words);
});

test('a day of this year goes without the year', () => {
  const today = new Date('2026-11-22T12:00:00Z');

  expect(shortDay('2026-09-30', today)).toBe('Sep 30');
  expect(shortDay('2024-10-23', today)).toBe('Oct 23, 2024');
});

test('how long ago is told as roughly as one thinks of it', () => {
  const now = Date.UTC(2026, 10, 22, 12);

  expect(timeAgo(now - 5000, now)).toBe('just now');
  expect(timeAgo(now - 3 * 60_000, now)).toBe('3 minutes ago');
  expect(timeAgo(now - 26 * 3_600_000, now)).toBe('yesterday');
  expect(timeAgo(now - 30 * 86_400_000, now)).toBe('Oct 23, 2026');
});

test('a paper is found by its address, escaped or not', () => {
  expect(paperOfHash(paperHash('arxiv:2512.01234'))).toBe('arxiv:2512.01234');
  expect(paperOfHash('#/paper/arxiv:hep-th/9901001')).toBe('arxiv:hep-th/9901001');
  expect(paperOfHash('#/paper/%')).toBeUndefined();
  expect(paperOfHash('#/')).toBeUndefined();
});

test('only addresses of the web are links', () => {
  expect(webAddress('https://example.org')).toBe('https://example.org/');
  expect(webAddress('javascript:alert(1)')).toBeUndefined();
  expect(webAddress('no address')).toBeUndefined();
});
