import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { Paper } from '@/lib/papers/paper';
import type { ImportedRecord, PaperHistory } from './format';

// Far beyond any paper, and what a page still shows without a pause. In UTF-16 units.
const TITLE = 2000;
const ABSTRACT = 100_000;
const NOTE = 1_000_000;
const TAGS = 1000;
/** Of a name, an address, a key. */
const WORDS = 2000;
/** The largest collaborations sign with some 15,000. */
const NAMES = 20_000;
/** A listing shows a paper on few days. */
const SIGHTINGS = 2000;
/** The words of a backup, which alone has a history, were in a library before: their limits are wider. */
const WIDER_NOTE = 5_000_000;
const WIDER_TAGS = 10_000;

/** The record without what is longer than is kept, and whether something was. */
export function cutToLimits(record: ImportedRecord): { record: ImportedRecord; wasCut: boolean } {
  const paper = cutPaper(record.paper);
  const isBackup = record.history !== undefined;
  const entry = cutEntry(record.entry, isBackup ? WIDER_NOTE : NOTE, isBackup ? WIDER_TAGS : TAGS);
  const history = record.history && cutHistory(record.history);
  const wasCut = paper !== record.paper || entry !== record.entry || history !== record.history;
  return wasCut
    ? { record: { ...record, paper, entry, ...(history && { history }) }, wasCut }
    : { record, wasCut };
}

function cutPaper(paper: Paper): Paper {
  const { organization } = paper;
  return withCuts(paper, {
    title: cutText(paper.title, TITLE),
    abstract: cutText(paper.abstract, ABSTRACT),
    aiSummary: cutText(paper.aiSummary, ABSTRACT),
    authors: cutNames(paper.authors, NAMES),
    aiKeywords: cutNames(paper.aiKeywords, TAGS),
    submitter: cutText(paper.submitter, WORDS),
    githubRepo: cutText(paper.githubRepo, WORDS),
    projectPage: cutText(paper.projectPage, WORDS),
    thumbnail: cutText(paper.thumbnail, WORDS),
    organization:
      organization &&
      withCuts(organization, {
        slug: cutText(organization.slug, WORDS),
        name: cutText(organization.name, WORDS),
      }),
  });
}

function cutEntry(entry: ImportedEntry, note: number, tags: number): ImportedEntry {
  return withCuts(entry, {
    note: cutText(entry.note, note),
    tags: cutNames(entry.tags, tags),
    citationKey: cutText(entry.citationKey, WORDS),
  });
}

function cutHistory(history: PaperHistory): PaperHistory {
  return withCuts(history, {
    sightings:
      history.sightings.length > SIGHTINGS
        ? history.sightings.slice(0, SIGHTINGS)
        : history.sightings,
  });
}

/** `whole` with those of `parts` that are otherwise; the very same object when none is. */
function withCuts<T extends object>(whole: T, parts: { [Key in keyof T]?: T[Key] | undefined }): T {
  const cuts = Object.entries(parts).filter(([key, part]) => part !== Reflect.get(whole, key));
  return cuts.length === 0 ? whole : { ...whole, ...Object.fromEntries(cuts) };
}

function cutText(text: string | undefined, length: number): string | undefined {
  return text !== undefined && text.length > length ? text.slice(0, length) : text;
}

/** The first names, each no longer than a name; the very same list when nothing is cut. */
function cutNames(names: string[] | undefined, count: number): string[] | undefined {
  if (names === undefined) return undefined;
  if (names.length <= count && names.every((name) => name.length <= WORDS)) return names;
  return names.slice(0, count).map((name) => name.slice(0, WORDS));
}
