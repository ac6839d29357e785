import { STATUSES, type Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import { listedIdentifier, type PaperId } from '@/lib/papers/paper-id';
import type { TextField } from '@/lib/query/query';
import { eachToken } from './tokens';

/**
 * Searched fields, in position order. `labels`: the organization's name, and the identifier by
 * which sites list the paper.
 */
export const FIELDS = ['title', 'authors', 'labels', 'tags', 'note', 'abstract'] as const;
export const TITLE = 0;
export const ABSTRACT = 5;

/** A field that a query can name; undefined: any. */
export type AskedField = 'authors' | TextField | undefined;

/** Values of `has:`, as bits. */
export const FLAGS = { note: 1, tag: 2, code: 4, abstract: 8 } as const;

export interface SearchDocument {
  id: PaperId;
  title: string;
  savedAt: number;
  /** Index in `STATUSES`. */
  status: number;
  /** `20260131`; 0: unknown. */
  publishedOn: number;
  /** -1: unknown. */
  upvotes: number;
  flags: number;
  organization: { name: string; slug: string } | undefined;
  tags: readonly string[];
  /** Of all fields. */
  length: number;
  /** In text order. */
  words: readonly string[];
  /** `field * POSITIONS + position` by word, ascending. */
  positions: readonly number[];
}

/** Positions per field; later words are not found in phrases. */
export const POSITIONS = 2 ** 24;

/** Of a position in `SearchDocument.positions`; -1 for -1. */
export function fieldOf(position: number): number {
  return position >> 24;
}

/** Only user data if its facts are unknown. */
export function searchDocument(paper: KnownPaper | undefined, entry: Entry): SearchDocument {
  const { abstract = '', authors = [], organization, publishedOn, upvotes } = paper ?? {};
  const identifier = listedIdentifier(entry.paperId);
  const title = paper?.title ?? '';
  const words: string[] = [];
  const positions: number[] = [];
  const fields: (readonly string[])[] = [
    [title],
    authors,
    [organization?.name ?? '', identifier ?? ''],
    entry.tags,
    [entry.note],
    [abstract],
  ];
  for (const [field, texts] of fields.entries()) addWords(words, positions, field, texts);
  return {
    id: entry.paperId,
    title,
    savedAt: wholeNumber(entry.savedAt),
    status: Math.max(0, STATUSES.indexOf(entry.status)),
    publishedOn: Number(publishedOn?.replaceAll('-', '') ?? 0),
    upvotes: upvotes === undefined ? -1 : wholeNumber(upvotes),
    flags:
      (entry.note === '' ? 0 : FLAGS.note) |
      (entry.tags.length === 0 ? 0 : FLAGS.tag) |
      (paper?.githubRepo === undefined ? 0 : FLAGS.code) |
      (abstract === '' ? 0 : FLAGS.abstract),
    organization,
    tags: entry.tags,
    length: words.length,
    words,
    positions,
  };
}

/** Skips a position between texts, which no phrase spans. */
function addWords(
  words: string[],
  positions: number[],
  field: number,
  texts: readonly string[],
): void {
  let position = field * POSITIONS;
  const last = position + POSITIONS - 1;
  const add = (word: string): void => {
    words.push(word);
    positions.push(position);
    position = Math.min(position + 1, last);
  };
  for (const text of texts) {
    if (text === '') continue;
    eachToken(text, add);
    position = Math.min(position + 1, last);
  }
}

function wholeNumber(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.trunc(value)) : 0;
}
