import type { ImportedEntry } from '@/lib/papers/merge-entries';
import type { Paper } from '@/lib/papers/paper';
import type { ImportedRecord, PaperHistory } from './format';

// Above any real paper, yet displayed without a pause. Text in UTF-16 units.
const TITLE = 2000;
const ABSTRACT = 100_000;
const NOTE = 1_000_000;
const TAGS = 1000;
/** For names, addresses and keys. */
const WORDS = 2000;
/** The largest collaborations have about 15,000 authors. */
const NAMES = 20_000;
/** Papers are listed on few days. */
const SIGHTINGS = 2000;
/** Only backups have a history; their entries come from a library, so limits are wider. */
const WIDER_NOTE = 5_000_000;
const WIDER_TAGS = 10_000;

/** The record cut to the limits, and whether that changed it. */
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

/** The same object when nothing changed. */
function withCuts<T extends object>(whole: T, parts: { [Key in keyof T]?: T[Key] | undefined }): T {
  const cuts = Object.entries(parts).filter(([key, part]) => part !== Reflect.get(whole, key));
  return cuts.length === 0 ? whole : { ...whole, ...Object.fromEntries(cuts) };
}

function cutText(text: string | undefined, length: number): string | undefined {
  return text !== undefined && text.length > length ? text.slice(0, length) : text;
}

/** The same array when nothing is cut. */
function cutNames(names: string[] | undefined, count: number): string[] | undefined {
  if (names === undefined) return undefined;
  if (names.length <= count && names.every((name) => name.length <= WORDS)) return names;
  return names.slice(0, count).map((name) => name.slice(0, WORDS));
}
