import { SOURCE } from '@/lib/export/keywords';
import { RATINGS, STATUSES } from '@/lib/papers/entry';
import type { Rating, Status } from '@/lib/papers/entry';
import { bibtexEntries } from './bibtex-entries';
import type { BibtexEntry } from './bibtex-entries';
import { isMachineMade } from './extra';
import type { ImportFormat, ImportItem } from './format';
import { isHtml, plainText, textOfHtml } from './html-text';
import { splitKeywords } from './keywords';
import { dayFromParts, dayFromText, monthFrom } from './publication-day';
import { problemAt, recordFrom } from './reference';
import { loadCommandDecoder } from './tex-commands';
import type { CommandDecoder } from './tex-commands';
import { namesOfTex } from './tex-names';
import { textOfTex } from './tex-text';

/** BibTeX and BibLaTeX, from Papershelf, Zotero, JabRef, Mendeley and publishers. */
export const bibtex: ImportFormat = {
  id: 'bibtex',
  label: 'BibTeX',
  recognises: (beginning, fileName) =>
    /\.bib(?:tex)?$/i.test(fileName) || /^[ \t]{0,99}@[a-z]{1,40}\s{0,9}[{(]/im.test(beginning),
  read,
};

// Entry types that are not works.
const NO_WORKS = new Set(['set', 'xdata', 'control']);

async function* read(text: string): AsyncGenerator<ImportItem> {
  const decode = await loadCommandDecoder();
  const parents = parentsIn(text);
  for (const entry of bibtexEntries(text)) {
    if ('truncated' in entry) {
      yield problemAt(entry.truncated ? 'truncated' : 'bad-entry', entry.line, entry.text);
    } else if (!NO_WORKS.has(entry.type)) {
      yield itemFrom(entry, parents, decode);
    }
  }
}

type Fields = BibtexEntry['fields'];

/**
 * Dates of `crossref` parents, by lower-case key. Read first: parents follow children. Inheriting
 * the DOI, as biblatex does, would merge all papers of a volume.
 */
function parentsIn(text: string): Map<string, Fields> {
  const parents = new Map<string, Fields>();
  if (!/\bcrossref\b/i.test(text)) return parents;
  for (const entry of bibtexEntries(text)) {
    if (!('truncated' in entry)) parents.set(entry.key.toLowerCase(), datesOf(entry.fields));
  }
  return parents;
}

function datesOf(fields: Fields): Fields {
  return new Map([...fields].filter(([name]) => ['date', 'year', 'month', 'day'].includes(name)));
}

function itemFrom(
  { fields, key, line, type }: BibtexEntry,
  parents: Map<string, Fields>,
  decode: CommandDecoder,
): ImportItem {
  const all = (...names: string[]) => names.flatMap((name) => fields.get(name) ?? []);
  const toText = (tex: string) => (tex.length > FIELD_LIMIT ? tex : textOfTex(tex, decode));
  const literal = (tex: string) => toText(withoutLigatures(tex));
  const text = (...names: string[]) => all(...names).map(toText)[0];
  const keywords = all('keywords', 'keyword', 'mendeley-tags', 'tags').flatMap((tex) =>
    splitKeywords(literal(tex)),
  );
  const isOwnExport = all('source').includes(SOURCE);
  // Before decoding: characters that TeX escapes are not markup.
  const plain = (...names: string[]) =>
    all(...names).map((tex) => toText(isOwnExport ? tex : plainText(tex)))[0];
  const remark = text('note') ?? '';
  const isRemarkOnWork = isMachineMade(remark);
  return recordFrom({
    line,
    title: [plain('title'), plain('subtitle')].filter(Boolean).join(': '),
    authors: all('author').flatMap((tex) => namesOfTex(tex, toText)),
    abstract: plain('abstract'),
    publishedOn:
      dayOf(fields, literal) ??
      dayOf(parents.get(all('crossref')[0]?.toLowerCase() ?? ''), literal),
    keywords,
    isOwnExport,
    status: statusFrom(text('readstatus')),
    rating: ratingFrom(text('ranking')),
    note: [...notesIn(fields).map(toText), isRemarkOnWork ? '' : remark]
      .map((note) => noteFrom(note, isOwnExport))
      .filter((note) => note !== '')
      .join('\n\n'),
    citationKey: key,
    arxiv: arxivIn(fields),
    mentions: [
      ...all('journal', 'journaltitle', 'howpublished', 'volume', 'number', 'publisher').map(
        toText,
      ),
      ...(isRemarkOnWork ? [remark] : []),
    ],
    doi: all('doi').map(literal)[0],
    urls: [
      ...all('url', 'ee', 'link').map(literal),
      // Only bare URLs; with text around, it may be another paper's.
      ...(type === 'online' ? [] : all('howpublished'))
        .map(literal)
        .filter((text) => /^\s*https?:\/\/\S+\s*$/i.test(text)),
    ].map((url) => url.trim()),
    code: all('code').map(literal)[0],
    project: all('project').map(literal)[0],
  });
}

// Longer values (UTF-16 units) are not hand-written; not decoded.
const FIELD_LIMIT = 100_000;

/** Keeps `--` and `~` literal outside prose. */
function withoutLigatures(tex: string): string {
  return tex.replace(/[-'`?!](?=[-'`])/g, '$&{}').replaceAll('~', '\\textasciitilde{}');
}

function dayOf(fields: Fields | undefined, literal: (tex: string) => string) {
  const field = (name: string) => fields?.get(name)?.[0];
  const date = dayFromText(field('date') ?? '');
  const year = dayFromText(literal(field('year') ?? ''));
  if (date !== undefined || year === undefined) return date;
  const month = monthFrom(literal(field('month') ?? ''));
  if (month === undefined) return year;
  const day = Number(field('day'));
  return dayFromParts(Number(year.slice(0, 4)), month, day > 0 ? day : 1);
}

/** Fields of Zotero, biblatex, JabRef (per user) and others. */
function notesIn(fields: Fields): string[] {
  return [...fields].flatMap(([name, values]) =>
    /^(?:annote|annotation|review|notes|comment(?:-.+)?)$/.test(name) ? values : [],
  );
}

/**
 * Papershelf writes lines as paragraphs (`annotation` in `lib/export/bibtex.ts`); others indent
 * wrapped lines.
 */
function noteFrom(text: string, isOwnExport: boolean): string {
  if (isOwnExport) return text.replace(/\n{2,}/g, '\n').trimEnd();
  return (isHtml(text) ? textOfHtml(text) : text.replace(/\n[ \t]+/g, '\n')).trim();
}

/** `eprint` may belong to another archive. */
function arxivIn(fields: Fields): string | undefined {
  const field = (name: string) => fields.get(name)?.[0];
  const archive = field('eprinttype') ?? field('archiveprefix') ?? 'arxiv';
  return (
    (/arxiv/i.test(archive) ? field('eprint') : undefined) ?? field('arxivid') ?? field('arxiv')
  );
}

/** JabRef's: https://docs.jabref.org/finding-sorting-and-cleaning-entries/specialfields */
function statusFrom(readStatus: string | undefined): Status | undefined {
  return readStatus === 'skimmed' ? 'reading' : STATUSES.find((status) => status === readStatus);
}

function ratingFrom(ranking: string | undefined): Rating | undefined {
  return RATINGS.find((rating) => `rank${rating}` === ranking);
}
