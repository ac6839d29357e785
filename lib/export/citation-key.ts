import type { Paper } from '@/lib/papers/paper';
import type { ExportRecord } from './format';
import { structuredName } from '@/lib/papers/names';

// Letters that Unicode does not take apart into an ASCII one and an accent.
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

// What BibTeX, biber and LaTeX all accept in a key; no comma, brace, `#`, `%` or space. Letters of
// any language: BibTeX passes on every byte above ASCII, biber reads UTF-8, and so does `\cite` since
// 2019-10 (https://www.latex-project.org/news/latex2e-news/ltnews30.pdf).
const VALID_KEY = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}:._/+-]*$/u;

const LONGEST_NAME = 40;

/**
 * What a paper's citation key begins with, of `a-z0-9` only: first author's family name, year of
 * the first version, first significant word of the title (`kaiser2025scaling`). The particle is
 * left out as in arXiv's own keys (`oord2016...`). Without a usable author the title's first two
 * words stand around the year; with nothing usable it is made of the id (`arxiv250706261`).
 */
export function citationKeyStem(paper: Paper): string {
  const author = authorPart(paper.authors?.[0]);
  const year = paper.publishedOn?.slice(0, 4) ?? '';
  const [first = '', second = ''] = significantWords(paper.title);
  const stem = author === '' ? first + year + second : author + year + first;
  return author + first === '' ? asciiLetters(paper.id) : stem;
}

/** Whether `text` can be a citation key as it is. */
export function isCitationKey(text: string): boolean {
  return VALID_KEY.test(text);
}

/**
 * What makes each stem a key that is not taken: itself, else with the first of `a`, `b` … `z`, `aa`,
 * `ab` … . Those of one stem are not tried again from the first for each. A key that was given, or
 * is taken once, must be taken from then on.
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
 * The keys of one export, in the order of its records. They are the entries' own; one that is
 * empty, unfit or used before in the same export gives way to a unique one, always the same.
 * Compared without case, as BibTeX does.
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

/** Lower case, accents off, the few letters that are more than an accent spelt out. */
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
