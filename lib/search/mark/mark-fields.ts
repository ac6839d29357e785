import { fold } from '@/lib/shared/fold';
import type { Organization } from '@/lib/papers/paper';
import { tagKey } from '@/lib/papers/tags/tag';
import type { TextField } from '@/lib/query/query';
import type { Mark, WordMark } from '../found';
import { markWords, type Piece } from './mark-words';

/** The words to mark in `field`; without it, in fields that a query cannot name. */
export function wordMarks(marks: readonly Mark[], field?: TextField): WordMark[] {
  return marks
    .filter((mark) => mark.kind === 'prefix' || mark.kind === 'phrase')
    .filter((mark) => mark.field === undefined || mark.field === field);
}

/** `wordMarks`, and those of `author:`. */
export function authorMarks(marks: readonly Mark[]): WordMark[] {
  return wordMarks(
    marks.map((mark) => (mark.kind === 'author' ? { ...mark, kind: 'phrase' } : mark)),
  );
}

/** Marked whole if a filter matches the name or slug. */
export function markOrganization({ name, slug }: Organization, marks: readonly Mark[]): Piece[] {
  const names = [fold(name), fold(slug)];
  const isFound = marks.some(
    (mark) => mark.kind === 'org' && names.some((known) => known.startsWith(fold(mark.name))),
  );
  return isFound ? [{ text: name, marked: true }] : markWords(name, wordMarks(marks));
}

/** Marked as far as a filter names it: `a` marks the `a` of `a/b`. */
export function markTag(tag: string, marks: readonly Mark[]): Piece[] {
  const key = tagKey(tag);
  const levels = marks.map((mark) =>
    mark.kind === 'tag' && `${key}/`.startsWith(`${tagKey(mark.tag)}/`)
      ? mark.tag.split('/').length
      : 0,
  );
  const found = tag
    .split('/')
    .slice(0, Math.max(0, ...levels))
    .join('/');
  const rest = markWords(tag.slice(found.length), wordMarks(marks));
  return found === '' ? rest : [{ text: found, marked: true }, ...rest];
}
