import { i18n } from '#i18n';
import { structuredName } from '@/lib/papers/names';
import type { Paper } from '@/lib/papers/paper';
import { fullCount } from './format-count';
import { firstAndFound } from './first-and-found';
import { isHit, type Piece, unmarked } from '../paper/Marked';

const LISTED_AUTHORS = 2;

/**
 * `Kosowski, Uznański +3`, or `12 authors`; empty if unknown.
 * @param mark marks search hits, whose names are included: `A, B, Hinton +3`
 */
export function authorSummary(
  { authors = [], authorCount }: Paper,
  mark: (name: string) => readonly Piece[] = unmarked,
): readonly Piece[] {
  if (authors.length === 0) {
    return authorCount === undefined ? [] : unmarked(i18n.t('paper.authors', authorCount));
  }
  const { shown, rest } = firstAndFound(authors, LISTED_AUTHORS, (name) => isHit(mark(name)));
  const names = shown.flatMap((name, index) => [
    ...(index > 0 ? unmarked(', ') : []),
    ...nameInShort(name, mark),
  ]);
  const more = i18n.t('paper.moreAuthors', [fullCount(rest.length)]);
  return rest.length === 0 ? names : [...names, ...unmarked(` ${more}`)];
}

/** The family name; the full name if hits exceed it. */
function nameInShort(name: string, mark: (name: string) => readonly Piece[]): readonly Piece[] {
  const [short, whole] = [mark(familyName(name)), mark(name)];
  return markedText(whole) === markedText(short) ? short : whole;
}

function markedText(pieces: readonly Piece[]): string {
  return pieces.map(({ text, marked }) => (marked ? text : '')).join('');
}

function familyName(displayName: string): string {
  const name = structuredName(displayName);
  if (name.kind === 'literal') return name.name;
  return `${name.particle} ${name.family}`.trim();
}
