import { i18n } from '#i18n';
import { structuredName } from '@/lib/papers/names';
import { DAY_MS, type Day } from '@/lib/papers/day';
import type { Paper } from '@/lib/papers/paper';
import { languageOfWords } from './language-of-words';
import { firstAndFound } from './first-and-found';
import { isHit, type Piece, unmarked } from './Marked';

const LISTED_AUTHORS = 2;
/**
 * Who wrote it, in a word or three: `Kosowski, Uznański +3`, or `12 authors`; nothing if unknown.
 * @param mark marks in a name what was searched for; who was found is named too: `A, B, Hinton +3`
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

/** The family name; the whole name when it was found by more than that. */
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

// Marked as pure, so that a script of a page carries but those it uses. Days are UTC's, and stay what
// they are wherever the reader is.
const UTC = { timeZone: 'UTC' } as const;
const dayThisYear = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', ...UTC });
});
const wholeDay = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...UTC });
});
const wholeMonth = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', ...UTC });
});
const monthAlone = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { month: 'short', ...UTC });
});
const localDay = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
});
const compact = /* @__PURE__ */ formatter((language) => {
  return new Intl.NumberFormat(language, { notation: 'compact' });
});
const plain = /* @__PURE__ */ formatter((language) => new Intl.NumberFormat(language));
const relative = /* @__PURE__ */ formatter((language) => {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
});

/** A day as short as it stays clear: `Sep 30`, and `Oct 23, 2024` of another year than `today`'s. */
export function shortDay(day: Day, today: Date = new Date()): string {
  const sameYear = day.startsWith(String(today.getUTCFullYear()));
  return (sameYear ? dayThisYear() : wholeDay()).format(new Date(day));
}

/** A day in full: `Sep 30, 2025`. */
export function longDay(day: Day): string {
  return wholeDay().format(new Date(day));
}

/** The month of a day: `Sep 2025`. */
export function longMonth(day: Day): string {
  return wholeMonth().format(new Date(day));
}

/** The month of a day without its year: `Sep`. */
export function shortMonth(day: Day): string {
  return monthAlone().format(new Date(day));
}

/** A count in a small place: `1.2K`. */
export function shortCount(count: number): string {
  return compact().format(count);
}

/** A count in full: `1,248`. */
export function fullCount(count: number): string {
  return plain().format(count);
}

const AGO: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', DAY_MS],
];

/** How long before `now` the time `then` was (both ms since epoch); a date when over a week. */
export function timeAgo(then: number, now: number): string {
  const passed = now - then;
  if (passed < 60_000) return i18n.t('detail.justNow');
  if (passed >= 7 * DAY_MS) return localDay().format(then);
  const [unit, length] = AGO.findLast(([, ms]) => passed >= ms) ?? ['minute', 60_000];
  return relative().format(-Math.floor(passed / length), unit);
}

/** Makes a formatter when it is first needed: some cost more than a row. */
function formatter<T>(make: (language: string | undefined) => T): () => T {
  let made: T | undefined;
  return () => (made ??= make(languageOfWords()));
}
