import { type Entry, isSaved, STATUSES } from '@/lib/papers/entry';
import { fold } from '@/lib/shared/fold';
import type { KnownPaper } from '@/lib/papers/paper';
import { listedIdentifier, type PaperId } from '@/lib/papers/paper-id';
import type { Condition, Query, Sort, TextField } from '@/lib/query/query';
import type { Facets } from '@/lib/search/found';
import { areParts, mayBeLonger } from '@/lib/search/find/spellings';
import { tokensOf } from '@/lib/search/format/tokens';

/** A stored paper and its entry. */
export interface Row {
  paper: KnownPaper | undefined;
  entry: Entry;
}

/** An invented rise of each paper; undefined for none. */
export function riseOf(id: PaperId): number | undefined {
  return id.charCodeAt(id.length - 1) % 3 || undefined;
}

type Texts = Record<'authors' | 'all' | TextField, string[][]>;

/** A slow reference search that checks each paper on its own. */
export class NaiveSearch {
  readonly #rows: Row[];
  readonly #texts = new Map<Row, Texts>();

  constructor(rows: Iterable<Row>) {
    this.#rows = [...rows].filter(({ entry }) => isSaved(entry));
    for (const row of this.#rows) this.#texts.set(row, textsOf(row));
  }

  /** The ids found, in the order of `sort`, except relevance. */
  find(query: Pick<Query, 'condition' | 'sort'>): PaperId[] {
    const found = this.#found(query.condition);
    const sort = query.sort ?? { by: 'saved', descending: true };
    return found.sort((a, b) => bySort(a, b, sort)).map(({ entry }) => entry.paperId);
  }

  facets(condition: Condition): Facets {
    const without = (kind: string): Row[] => {
      const of = flat(condition).filter((part) => !isOnly(part, kind));
      return this.#found({ kind: 'all', of }, condition);
    };
    const anyStatus = without('status');
    const count = (status: string): number =>
      anyStatus.filter(({ entry }) => entry.status === status).length;
    return {
      total: anyStatus.length,
      status: { 'to-read': count('to-read'), reading: count('reading'), read: count('read') },
      tags: this.#labelled(this.#found(condition), levelsOf, lower, tagsOf),
      years: [...counted(without('year').flatMap((row) => yearOf(row) ?? []))]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.value - a.value),
      organizations: this.#labelled(without('org'), organizationsOf, fold).slice(0, 50),
    };
  }

  tagCounts(): Map<string, number> {
    const tags = this.#labelled(this.#rows, tagsOf, lower);
    return new Map(tags.map(({ value, count }) => [value, count]));
  }

  #labelled(
    rows: Row[],
    namesOf: (row: Row) => string[],
    keyOf: (name: string) => string,
    spellingsOf = namesOf,
  ): { value: string; count: number }[] {
    const spellings = [...counted(this.#rows.flatMap(spellingsOf))].sort(
      ([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1),
    );
    const labels = new Map(spellings.reverse().map(([name]) => [keyOf(name), name]));
    return [...counted(rows.flatMap(namesOf).map(keyOf))]
      .map(([key, count]) => ({ value: labels.get(key) ?? key, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  /** The rows of `condition`, a part of the `whole` query. */
  #found(condition: Condition, whole = condition): Row[] {
    const words = leaves(whole).filter(({ kind }) => kind === 'word');
    return this.#rows.filter((row) => this.#holds(condition, row, words.at(-1), true) ?? true);
  }

  /** Undefined for an empty condition. */
  #holds(
    condition: Condition,
    row: Row,
    lastWord: Condition | undefined,
    isWanted: boolean,
  ): boolean | undefined {
    const { paper, entry } = row;
    switch (condition.kind) {
      case 'all':
      case 'any': {
        if (condition.kind === 'all') {
          const joined = this.#joined(condition.of, lastWord);
          if (joined !== undefined) return joined(row, isWanted);
        }
        const holds = condition.of.flatMap(
          (part) => this.#holds(part, row, lastWord, isWanted) ?? [],
        );
        if (holds.length === 0 && condition.of.length > 0) return undefined;
        return condition.kind === 'all' ? holds.every(Boolean) : holds.some(Boolean);
      }
      case 'not': {
        const holds = this.#holds(condition.condition, row, lastWord, false);
        return holds === undefined ? undefined : !holds;
      }
      case 'word':
        return this.#holdsWord(condition, row, condition === lastWord, isWanted);
      case 'phrase': {
        const asked = askedOf(condition.text, false);
        return asked && this.#in(condition.field, row).some((words) => hasPhrase(words, asked));
      }
      case 'author': {
        const asked = askedOf(condition.name, true);
        return asked && this.#textsOf(row).authors.some((words) => hasPhrase(words, asked));
      }
      case 'tag': {
        const key = lower(condition.tag);
        return entry.tags.some((tag) => lower(tag) === key || lower(tag).startsWith(`${key}/`));
      }
      case 'org': {
        const { name, slug } = paper?.organization ?? {};
        return [name, slug].some(
          (text) => text !== undefined && fold(text).startsWith(fold(condition.name)),
        );
      }
      case 'year': {
        const year = yearOf(row);
        const { from = -Infinity, to = Infinity } = condition;
        return year !== undefined && year >= from && year <= to;
      }
      case 'saved': {
        const { from = -Infinity, before = Infinity } = condition;
        return entry.savedAt >= from && entry.savedAt < before;
      }
      case 'status':
        return entry.status === condition.status;
      case 'has':
        return {
          note: entry.note !== '',
          tag: entry.tags.length > 0,
          code: paper?.githubRepo !== undefined,
          abstract: (paper?.abstract ?? '') !== '',
        }[condition.what];
      case 'upvotes': {
        const { from = 0, to = Infinity } = condition;
        const upvotes = paper?.upvotes;
        return upvotes !== undefined && upvotes >= from && upvotes <= to;
      }
    }
  }

  #holdsWord(
    { text, field }: Condition & { kind: 'word' },
    row: Row,
    isLast: boolean,
    isWanted: boolean,
  ): boolean | undefined {
    const asked = askedOf(text, true);
    if (asked === undefined) return undefined;
    const [word = ''] = asked.words;
    if (asked.words.length > 1) {
      return this.#in(field, row).some((words) => hasSpelling(words, asked));
    }
    if (!asked.prefix) return this.#in(field, row).some((words) => hasPhrase(words, asked));
    const isEastAsian = /[\u1100-\uffff]/.test(word);
    const prefix = isLast || isEastAsian || [...word].length > 2;
    const holds = (one: Row): boolean =>
      this.#in(field, one).some(
        (words) =>
          words.some((known) => known === word || (prefix && known.startsWith(word))) ||
          hasApart(words, word, prefix),
      );
    if (holds(row)) return true;
    const isLenient = isWanted && !isEastAsian && /^\p{L}+$/u.test(word);
    if (!isLenient || this.#rows.filter(holds).length > 2) return false;
    const limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    return this.#in(field, row).some((words) =>
      words.some((known) => limit > 0 && distance(known, word) <= limit),
    );
  }

  /**
   * Where neighbours among the words of an `all` are one word (see `spellings.ts`): the test of a
   * row. Undefined where none are.
   */
  #joined(
    conditions: readonly Condition[],
    lastWord: Condition | undefined,
  ): ((row: Row, isWanted: boolean) => boolean) | undefined {
    type Test = (row: Row, isWanted: boolean) => boolean;
    const tests: Test[] = [];
    let found = false;
    let former: Asked | undefined;
    for (const condition of conditions.filter(hasRequirement)) {
      const asked =
        condition.kind === 'word' ? askedOf(condition.text, true, condition.field) : undefined;
      const isShort = asked?.words.length === 1 && [...(asked.words[0] ?? '')].length <= 2;
      const isEastAsian = /[\u1100-\uffff]/.test(asked?.words[0] ?? '');
      const next = asked && {
        ...asked,
        prefix: asked.prefix && (!isShort || isEastAsian || condition === lastWord),
      };
      const pair = former && next && this.#pair(former, next);
      const own: Test = (row, isWanted) => this.#holds(condition, row, lastWord, isWanted) ?? true;
      if (pair === undefined) {
        former = next;
        tests.push(own);
        continue;
      }
      found = true;
      const before = tests.pop() ?? own;
      if (pair.isOne) {
        former = pair;
        tests.push((row) => this.#in(pair.field, row).some((words) => hasSpelling(words, pair)));
      } else {
        former = next;
        for (const test of [before, own]) {
          tests.push((row, isWanted) => pair.isTogether(row) || test(row, isWanted));
        }
      }
    }
    return found ? (row, isWanted) => tests.every((test) => test(row, isWanted)) : undefined;
  }

  /** Undefined where no paper has them together. */
  #pair(
    one: Asked,
    next: Asked,
  ): (Asked & { isOne: boolean; isTogether: (row: Row) => boolean }) | undefined {
    const [last = '', first = ''] = [one.words.at(-1), next.words[0]];
    if (one.field !== next.field) return undefined;
    if (!areParts(last, first)) return undefined;
    if (/\d$/.test(last) && /^\d/.test(first)) return undefined;
    if (/\p{L}$/u.test(last) && /^\p{L}$/u.test(first)) return undefined;
    const prefix = next.prefix || /^\d/.test(next.words.at(-1) ?? '');
    if (prefix && next.words.length === 1 && !mayBeLonger(first)) return undefined;
    const pair = { words: [...one.words, ...next.words], prefix, field: one.field };
    const border = one.words.join('').length;
    const has = (together: boolean) => (row: Row) =>
      this.#in(pair.field, row).some((words) => hasSpelling(words, pair, { border, together }));
    const together = this.#rows.filter(has(true)).length;
    if (together === 0) return undefined;
    const isNumbered = /\p{L}$/u.test(last) && /^\d/.test(first);
    const isOne =
      !/^(?:off|out|over|up|one|two|only)$/.test(last) &&
      (isNumbered || together * 20 >= this.#rows.filter(has(false)).length);
    return { ...pair, isOne, isTogether: has(true) };
  }

  #textsOf(row: Row): Texts {
    return this.#texts.get(row) ?? textsOf(row);
  }

  #in(field: TextField | undefined, row: Row): string[][] {
    return this.#textsOf(row)[field ?? 'all'];
  }
}

function textsOf({ paper, entry }: Row): Texts {
  const words = (text: string): string[] => tokensOf(text).map(({ word }) => word);
  const authors = (paper?.authors ?? []).map(words);
  const [title, abstract, note] = [paper?.title ?? '', paper?.abstract ?? '', entry.note].map(
    (text) => [words(text)],
  ) as [string[][], string[][], string[][]];
  const others = [paper?.organization?.name, listedIdentifier(entry.paperId), ...entry.tags];
  const rest = others.map((text) => words(text ?? ''));
  const all = [...authors, ...title, ...abstract, ...note, ...rest];
  return { authors, title, abstract, note, all };
}

interface Asked {
  words: string[];
  prefix: boolean;
  field: TextField | undefined;
}

/** The words of a phrase; for Chinese and Japanese the pairs, or a lone character. */
function askedOf(text: string, isCut: boolean, field?: TextField): Asked | undefined {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  if (last === undefined) return undefined;
  const isCharacter = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(last.word);
  const isSecond = tokens.at(-2)?.end === last.end;
  return {
    words: (isCharacter && isSecond ? tokens.slice(0, -1) : tokens).map(({ word }) => word),
    prefix: isCharacter ? !isSecond : isCut,
    field,
  };
}

/** Whether two words in a row give `word`; the second may be longer. */
function hasApart(words: readonly string[], word: string, prefix: boolean): boolean {
  if (/[\u1100-\uffff]/.test(word) || !/^[\p{L}\p{N}]{2,}$/u.test(word)) return false;
  if (/^\p{L}{2}$/u.test(word)) return false;
  return words.some((first, index) => {
    const rest = word.slice(first.length);
    if (rest === '' || first + rest !== word || !areParts(first, rest)) {
      return false;
    }
    if (/^\p{L}$/u.test(rest) || (/\d$/.test(first) && /^\d/.test(rest))) return false;
    const second = words[index + 1];
    const isCut = prefix && mayBeLonger(rest);
    return second === rest || (isCut && second?.startsWith(rest) === true);
  });
}

/**
 * Whether the words stand in a row, each alone or written together with the next.
 * @param border where they are written together, or not: after so many characters
 */
function hasSpelling(
  words: readonly string[],
  { words: asked, prefix }: Asked,
  at?: { border: number; together: boolean },
): boolean {
  let parts = asked.flatMap((word) => word.split(/(?<=\p{L})(?=\d)/u));
  const isPlain = parts.length > 4 || parts.some((part) => /[\u1100-\uffff]/.test(part));
  if (isPlain) parts = [...asked];
  const follows = (index: number, rest: readonly string[], read: number): boolean => {
    if (rest.length === 0) return true;
    const known = words[index];
    if (known === undefined) return false;
    let written = '';
    return rest.some((part, count) => {
      if (count > 0 && (isPlain || (/\d$/.test(written) && /^\d/.test(part)))) {
        written += '\0';
        return false;
      }
      written += part;
      const [left, end] = [rest.slice(count + 1), read + written.length];
      const isAcross = at !== undefined && read < at.border && at.border < end;
      const isAt = end === at?.border;
      if (at !== undefined && (at.together ? isAt : isAcross)) return false;
      const fits = known === written || (prefix && left.length === 0 && known.startsWith(written));
      return fits && follows(index + 1, left, end);
    });
  };
  return words.some((_, index) => follows(index, parts, 0));
}

function hasPhrase(words: readonly string[], { words: asked, prefix }: Asked): boolean {
  return words.some((_, start) =>
    asked.every((word, index) => {
      const known = words[start + index];
      const isLast = index === asked.length - 1;
      return known === word || (prefix && isLast && known?.startsWith(word));
    }),
  );
}

/** Restricted Damerau-Levenshtein distance. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      (table[i] ?? [])[j] = cost;
    }
  }
  return at(a.length, b.length);
}

function bySort(a: Row, b: Row, { by, descending }: Sort): number {
  const newest = b.entry.savedAt - a.entry.savedAt || (a.entry.paperId < b.entry.paperId ? -1 : 1);
  const [x, y] = [sortValue(a, by), sortValue(b, by)];
  if (x === y) return newest;
  if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
  return (x < y ? -1 : 1) * (descending ? -1 : 1);
}

function sortValue({ paper, entry }: Row, by: Sort['by']): string | number | undefined {
  switch (by) {
    case 'saved':
      return entry.savedAt;
    case 'published':
      return paper?.publishedOn;
    case 'upvotes':
      return paper?.upvotes;
    case 'rise':
      return riseOf(entry.paperId);
    case 'status':
      return STATUSES.indexOf(entry.status);
    case 'title': {
      const title = paper?.title ?? '';
      return fold(title === '' ? entry.paperId : title).replace(/^[^\p{L}\p{N}]+/u, '');
    }
    case 'relevance':
      return 0;
  }
}

function flat(condition: Condition): Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(flat) : [condition];
}

function isOnly(condition: Condition, kind: string): boolean {
  if (condition.kind === 'not') return isOnly(condition.condition, kind);
  if (condition.kind === 'any' || condition.kind === 'all') {
    const parts = condition.of.filter(hasRequirement);
    return parts.length > 0 && parts.every((part) => isOnly(part, kind));
  }
  return condition.kind === kind;
}

/** False for texts without a word, which a search ignores. */
function hasRequirement(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.length === 0 || condition.of.some(hasRequirement);
    case 'not':
      return hasRequirement(condition.condition);
    case 'word':
    case 'phrase':
      return tokensOf(condition.text).length > 0;
    case 'author':
      return tokensOf(condition.name).length > 0;
    default:
      return true;
  }
}

function leaves(condition: Condition): Condition[] {
  if (condition.kind === 'not') return leaves(condition.condition);
  if (condition.kind === 'any' || condition.kind === 'all') return condition.of.flatMap(leaves);
  return [condition];
}

function tagsOf({ entry }: Row): string[] {
  return entry.tags;
}

/** The tags and their ancestors, each once. */
function levelsOf(row: Row): string[] {
  const levels = tagsOf(row).flatMap((tag) => {
    const parts = tag.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Map(levels.map((level) => [lower(level), level])).values()];
}

function organizationsOf({ paper }: Row): string[] {
  return paper?.organization === undefined ? [] : [paper.organization.name];
}

function yearOf({ paper }: Row): number | undefined {
  return paper?.publishedOn === undefined ? undefined : Number(paper.publishedOn.slice(0, 4));
}

function lower(text: string): string {
  return text.toLowerCase();
}

function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
