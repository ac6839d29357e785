import type { Day } from '@/lib/shared/day';
import type { Entry, Rating, Status } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';
import { leadsToPapers } from '@/lib/sites/mentions';
import type { ImportItem, ImportProblem } from './format';
import { paperIdFrom } from './identity';
import { fromKeywords } from './keywords';

/** A bibliography's data on a work, without markup. */
export interface Reference {
  /** First line, from 1. */
  line: number;
  /** Papershelf id, if in the file. */
  id?: PaperId | undefined;
  title?: string | undefined;
  /** `Given Family`, in order. */
  authors?: readonly string[];
  abstract?: string | undefined;
  publishedOn?: Day | undefined;
  /** Tags, and in Papershelf exports, last, the status. */
  keywords?: readonly string[];
  isOwnExport?: boolean;
  /** From a status field. */
  status?: Status | undefined;
  rating?: Rating | undefined;
  note?: string | undefined;
  citationKey?: string | undefined;
  /** Alone or in text (see `IdentityHints`). */
  arxiv?: string | undefined;
  /** May mention it: `arXiv preprint arXiv:1706.03762`. Never the reader's own words. */
  mentions?: readonly string[];
  doi?: string | undefined;
  /** Of any kind, the main one first. */
  urls?: readonly string[];
  /** From a code field. */
  code?: string | undefined;
  /** From a project field. */
  project?: string | undefined;
}

// Invalid citation keys pass too: the preview shows what they become.
const CITATION_KEY = /^[^\p{Cc}]{1,200}$/u;

/** Converts a reference; a problem if nothing identifies the paper. */
export function recordFrom(reference: Reference): ImportItem {
  const { line, publishedOn, rating, note = '', citationKey = '' } = reference;
  const title = oneLine(reference.title ?? '');
  const id =
    reference.id ??
    paperIdFrom({
      arxiv: reference.arxiv,
      doi: reference.doi,
      urls: reference.urls ?? [],
      mentions: reference.mentions ?? [],
      title,
    });
  if (id === undefined) return problemAt('no-identity', line, note || citationKey);
  const paper: Paper = { id, title };
  const abstract = oneLine(reference.abstract ?? '');
  const authors = (reference.authors ?? []).map(oneLine).filter((name) => name !== '');
  if (abstract !== '') paper.abstract = abstract;
  if (authors.length > 0) paper.authors = authors;
  if (publishedOn !== undefined) paper.publishedOn = publishedOn;
  Object.assign(paper, linksFrom(reference, id.startsWith('arxiv:')));
  const entry: Partial<Entry> = fromKeywords(
    reference.keywords ?? [],
    reference.isOwnExport ?? false,
  );
  if (reference.status !== undefined) entry.status = reference.status;
  if (rating !== undefined) entry.rating = rating;
  if (note.trim() !== '') entry.note = note;
  if (CITATION_KEY.test(citationKey)) entry.citationKey = citationKey;
  return { kind: 'record', record: { paper, entry, line } };
}

/** Drops control characters, such as NUL. */
function oneLine(text: string): string {
  return foldSpaces(text.replace(/\p{Cc}+/gu, ' '));
}

/** A problem item, with an excerpt of `text`. */
export function problemAt(code: ImportProblem['code'], line: number, text: string): ImportItem {
  return { kind: 'problem', problem: problemOf(code, line, text) };
}

/** A problem, with an excerpt of `text`. */
export function problemOf(code: ImportProblem['code'], line: number, text: string): ImportProblem {
  const excerpt = oneLine(text.slice(0, 400)).slice(0, 200);
  return { code, line, ...(excerpt !== '' && { excerpt }) };
}

const REPOSITORY = /^https:\/\/(?:www\.)?git(?:hub|lab)\.com\/[\w.-]+\/[\w.-]+/i;

/** The first repository, and the first URL that is neither it nor the paper's own. */
export function linksIn(urls: readonly string[]): Pick<Reference, 'code' | 'project'> {
  const others = urls.filter((url) => webAddress(url) !== undefined && !leadsToPapers(url));
  const code = others.find((url) => REPOSITORY.test(url));
  return { code, project: others.find((url) => url !== code) };
}

/**
 * Code and project page, from their fields, else from the URLs. Papers outside arXiv keep their URL
 * as project page: nothing else links to them.
 */
function linksFrom(reference: Reference, isOnArxiv: boolean): Partial<Paper> {
  const seen = linksIn(reference.urls ?? []);
  const code = webAddress(reference.code) ?? seen.code;
  const project = webAddress(reference.project) ?? (isOnArxiv ? undefined : seen.project);
  return {
    ...(code?.startsWith('https:') && { githubRepo: code }),
    ...(project !== undefined && { projectPage: project }),
  };
}

/** Undefined also with a user name or password, which disguise the host. */
function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/(?![^\s/?#\\]*@)[^\s<>"]{1,2000}$/i.test(text.trim())
    ? text.trim()
    : undefined;
}
