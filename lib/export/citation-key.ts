import type { Paper } from '@/lib/papers/paper';
import type { ExportRecord } from './format';
import { structuredName } from '@/lib/papers/names';

// Letters that Unicode does not decompose.
const ASCII_OF: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
};
const NOT_TAKEN_APART = new RegExp(`[${Object.keys(ASCII_OF).join('')}]`, 'g');

const STOP_WORDS = new Set(
  (
    'a an the and or but nor not no of on in at to from by with without within for as is are be ' +
    'been was were do does did can could should will via into onto over under through toward ' +
    'towards upon per vs versus using how what why when where which who whom whose that this ' +
    'these those it its their our your my we you i if then than so yet also about all'
  ).split(' '),
);

// Valid in BibTeX, biber and LaTeX: no comma, brace, `#`, `%` or space. Non-ASCII letters work:
// BibTeX passes them, biber and, since 2019-10, `\cite` read UTF-8
// (https://www.latex-project.org/news/latex2e-news/ltnews30.pdf).
const VALID_KEY = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}:._/+-]*$/u;

const LONGEST_NAME = 40;

/**
 * A citation key's base, `a-z0-9`: first author's family name without particles, year of the first
 * version, first significant title word (`kaiser2025scaling`). Without a usable author, two title
 * words; with neither, the id (`arxiv250706261`).
 */
export function citationKeyStem(paper: Paper): string {
  const author = authorPart(paper.authors?.[0]);
  const year = paper.publishedOn?.slice(0, 4) ?? '';
  const [first = '', second = ''] = significantWords(paper.title);
  const stem = author === '' ? first + year + second : author + year + first;
  return author + first === '' ? asciiLetters(paper.id) : stem;
}

export function isCitationKey(text: string): boolean {
  return VALID_KEY.test(text);
}

/**
 * Returns a function from stem to unused key: the stem, if taken with `a`, `b` … `z`, `aa`, `ab` …
 * appended. Remembers last suffixes: `isTaken` must stay true for returned and taken keys.
 */
export function uniqueCitationKeys(isTaken: (key: string) => boolean): (stem: string) => string {
  const counts = new Map<string, number>();
  return (stem) => {
    let count = counts.get(stem) ?? 0;
    while (isTaken(stem + letters(count))) count += 1;
    counts.set(stem, count);
    return stem + letters(count);
  };
}

/**
 * An export's citation keys, in record order. Deterministically replaces empty, invalid and
 * duplicate keys (case-insensitive, like BibTeX).
 */
export function exportKeys(records: readonly ExportRecord[]): string[] {
  const taken = new Set<string>();
  const own = records.map(({ entry: { citationKey } }) => {
    if (!isCitationKey(citationKey) || taken.has(citationKey.toLowerCase())) return undefined;
    taken.add(citationKey.toLowerCase());
    return citationKey;
  });
  const keyFrom = uniqueCitationKeys((key) => taken.has(key.toLowerCase()));
  return own.map((key, index) => {
    const record = records[index];
    if (key !== undefined || record === undefined) return key ?? '';
    const { citationKey } = record.entry;
    const stem = isCitationKey(citationKey) ? citationKey : citationKeyStem(record.paper);
    const unique = keyFrom(stem);
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function authorPart(author: string | undefined): string {
  if (author === undefined) return '';
  const name = structuredName(author);
  const text = name.kind === 'person' ? name.family : name.name.replace(/^the\s+/i, '');
  return asciiLetters(text).slice(0, LONGEST_NAME);
}

function significantWords(title: string): string[] {
  const words = foldToAscii(title.replace(/['’]/g, '')).match(/[a-z0-9]+/g) ?? [];
  const significant = words.filter((word) => word.length > 1 && !STOP_WORDS.has(word));
  return (significant.length > 0 ? significant : words)
    .slice(0, 2)
    .map((word) => word.slice(0, LONGEST_NAME));
}

function asciiLetters(text: string): string {
  return foldToAscii(text).replace(/[^a-z0-9]/g, '');
}

function foldToAscii(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(NOT_TAKEN_APART, (letter) => ASCII_OF[letter] ?? '');
}

/** 0 → nothing, 1 → `a`, 26 → `z`, 27 → `aa`. */
function letters(count: number): string {
  if (count === 0) return '';
  const rest = Math.floor((count - 1) / 26);
  return letters(rest) + String.fromCharCode(97 + ((count - 1) % 26));
}
