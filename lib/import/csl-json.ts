import * as v from 'valibot';
import { SOURCE } from '@/lib/export/keywords';
import { isMachineMade, citationKeyIn } from './extra';
import type { ImportFormat, ImportItem } from './format';
import { isHtml, plainText, textOfHtml } from './html-text';
import { jsonValues } from './json-values';
import { splitKeywords } from './keywords';
import { joinedName, uprightName } from './names';
import { dayFromParts, dayFromText } from './publication-day';
import { problemAt, recordFrom } from './reference';

/**
 * CSL-JSON, from Papershelf, Zotero, Mendeley, pandoc and Crossref: an item, or a list, also under
 * `items` or `references`. Drops invalid fields.
 */
export const cslJson: ImportFormat = {
  id: 'csl-json',
  label: 'CSL-JSON',
  recognises: (beginning, fileName) =>
    /^\s*[[{]/.test(beginning) &&
    (/\.csl\.json$/i.test(fileName) ||
      (/"(?:type|id)"\s{0,9}:/.test(beginning) &&
        /"(?:title|author|issued|DOI|references)"\s{0,9}:/.test(beginning))),
  read,
};

const PATHS = ['$.*', '$.items.*', '$.references.*'];

function* read(text: string): Generator<ImportItem> {
  // A lone object streams by field, and may turn out to wrap a list.
  const isList = /^\s*\[/.test(text);
  const single: Record<string, unknown> = Object.create(null);
  let isItem = !isList;
  const values = jsonValues(text, isList ? ['$.*'] : PATHS);
  let next = values.next();
  for (; !next.done; next = values.next()) {
    const { path, value, line } = next.value;
    if (isList || path.length === 2) {
      isItem = false;
      yield itemFrom(value, line);
    } else if (path[0] !== 'items' && path[0] !== 'references') {
      single[String(path[0])] = value;
    }
  }
  const { kind, line } = next.value;
  if (isItem && kind === 'whole') yield itemFrom(single, 1);
  if (kind !== 'whole') {
    yield problemAt(kind === 'cut' ? 'truncated' : 'broken-rest', line, lineOf(text, line));
  }
}

function lineOf(text: string, line: number): string {
  let start = 0;
  for (let count = 1; count < line; count += 1) start = text.indexOf('\n', start) + 1;
  return text.slice(start, start + 400).split('\n')[0] ?? '';
}

// Crossref wraps titles and others in lists.
const words = v.optional(
  v.union([
    v.string(),
    v.pipe(v.number(), v.transform(String)),
    v.pipe(
      v.array(v.unknown()),
      v.transform(([first]) => (typeof first === 'string' ? first : undefined)),
    ),
  ]),
);
const text = v.fallback(words, undefined);
const list = v.fallback(v.array(v.unknown()), []);

const ITEM = v.object({
  id: text,
  'citation-key': text,
  title: text,
  author: list,
  issued: v.optional(v.unknown()),
  abstract: text,
  keyword: text,
  keywords: v.optional(v.unknown()),
  note: text,
  DOI: text,
  URL: text,
  number: text,
  archive: text,
  archive_location: text,
  publisher: text,
  'container-title': text,
  custom: v.fallback(v.object({ source: text, code: text, project: text }), {}),
});

function itemFrom(value: unknown, line: number): ImportItem {
  const parsed = v.safeParse(ITEM, Array.isArray(value) ? undefined : value);
  if (!parsed.success) return problemAt('bad-entry', line, JSON.stringify(value) ?? '');
  const item = parsed.output;
  const keywords = [...splitKeywords(item.keyword ?? ''), ...keywordsIn(item.keywords)];
  // Zotero keeps Papershelf's source, but not its ids.
  const isOwnExport = item.custom.source === SOURCE && keyFrom(item.id) !== undefined;
  const plain = (words: string | undefined) =>
    isOwnExport || words === undefined ? words : plainText(words);
  // Zotero exports Extra as the note.
  const note = item.note ?? '';
  const isExtra = !isOwnExport && isMachineMade(note);
  const isOnArxiv = /arxiv/i.test(`${item.archive} ${item.publisher} ${item['container-title']}`);
  return recordFrom({
    line,
    title: plain(item.title),
    authors: item.author.map(nameFrom),
    abstract: plain(item.abstract),
    publishedOn: dayFrom(item.issued),
    keywords,
    isOwnExport,
    note: isExtra ? '' : isOwnExport || !isHtml(note) ? note : textOfHtml(note),
    citationKey:
      item['citation-key'] ?? (isOwnExport ? undefined : citationKeyIn(note)) ?? keyFrom(item.id),
    arxiv: isOnArxiv ? (item.archive_location ?? item.number) : undefined,
    mentions: [
      item.number,
      item.archive_location,
      item['container-title'],
      isExtra ? note : '',
    ].filter((mention) => mention !== undefined),
    doi: item.DOI,
    urls: item.URL === undefined ? [] : [item.URL],
    code: item.custom.code,
    project: item.custom.project,
  });
}

/** Zotero's ids are URLs or numbers, not citation keys. */
function keyFrom(id: string | undefined): string | undefined {
  return id === undefined || /^\d+$|\/\//.test(id) ? undefined : id;
}

/** Skips the objects in Zotero's own JSON. */
function keywordsIn(value: unknown): string[] {
  const parsed = v.safeParse(v.array(v.unknown()), value);
  return parsed.success ? parsed.output.filter((keyword) => typeof keyword === 'string') : [];
}

const NAME = v.object({
  family: text,
  given: text,
  'dropping-particle': text,
  'non-dropping-particle': text,
  suffix: text,
  literal: text,
  name: text,
});

function nameFrom(value: unknown): string {
  if (typeof value === 'string') return uprightName(value);
  const parsed = v.safeParse(NAME, value);
  if (!parsed.success) return '';
  const { given, family, suffix, literal, name, ...particles } = parsed.output;
  return (
    literal ??
    name ??
    joinedName([
      given,
      particles['dropping-particle'],
      particles['non-dropping-particle'],
      family,
      suffix,
    ])
  );
}

const PART = v.union([v.number(), v.pipe(v.string(), v.transform(Number))]);
const DATE = v.union([
  v.pipe(
    v.object({ 'date-parts': v.looseTuple([v.array(PART)]) }),
    v.transform(({ 'date-parts': [[year = 0, month, day]] }) => dayFromParts(year, month, day)),
  ),
  v.pipe(
    v.object({ raw: v.string() }),
    v.transform(({ raw }) => dayFromText(raw)),
  ),
  v.pipe(
    v.object({ literal: v.string() }),
    v.transform(({ literal }) => dayFromText(literal)),
  ),
  v.pipe(v.string(), v.transform(dayFromText)),
]);

function dayFrom(issued: unknown) {
  const parsed = v.safeParse(DATE, issued);
  return parsed.success ? parsed.output : undefined;
}
