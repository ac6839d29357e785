import type { Day } from '@/lib/shared/day';
import type { Entry, Rating, Status } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';
import { leadsToPapers } from '@/lib/sites/mentions';
import type { ImportItem, ImportProblem } from './format';
import { paperIdFrom } from './identity';
import { fromKeywords } from './keywords';

/** A work's data, without markup. */
export interface Reference {
  /** From 1. */
  line: number;
  /** Papershelf's id. */
  id?: PaperId | undefined;
  title?: string | undefined;
  /** `Given Family`. */
  authors?: readonly string[];
  abstract?: string | undefined;
  publishedOn?: Day | undefined;
  /** Tags, and in Papershelf exports, last, the status. */
  keywords?: readonly string[];
  isOwnExport?: boolean;
  status?: Status | undefined;
  rating?: Rating | undefined;
  note?: string | undefined;
  citationKey?: string | undefined;
  /** Alone or in text (see `IdentityHints`). */
  arxiv?: string | undefined;
  /** May mention it: `arXiv preprint arXiv:1706.03762`. Never the reader's words. */
  mentions?: readonly string[];
  doi?: string | undefined;
  /** The main one first. */
  urls?: readonly string[];
  code?: string | undefined;
  project?: string | undefined;
}

// Also invalid keys: the preview shows what they become.
const CITATION_KEY = /^[^\p{Cc}]{1,200}$/u;

/** Returns a problem if nothing identifies the paper. */
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

/** With an excerpt of `text`. */
export function problemAt(code: ImportProblem['code'], line: number, text: string): ImportItem {
  return { kind: 'problem', problem: problemOf(code, line, text) };
}

/** With an excerpt of `text`. */
export function problemOf(code: ImportProblem['code'], line: number, text: string): ImportProblem {
  const excerpt = oneLine(text.slice(0, 400)).slice(0, 200);
  return { code, line, ...(excerpt !== '' && { excerpt }) };
}

const REPOSITORY = /^https:\/\/(?:www\.)?git(?:hub|lab)\.com\/[\w.-]+\/[\w.-]+/i;

/** The first repository, and the first URL that is neither it nor the paper's. */
export function linksIn(urls: readonly string[]): Pick<Reference, 'code' | 'project'> {
  const others = urls.filter((url) => webAddress(url) !== undefined && !leadsToPapers(url));
  const code = others.find((url) => REPOSITORY.test(url));
  return { code, project: others.find((url) => url !== code) };
}

/**
 * Code and project page, from their fields or the URLs. Outside arXiv the URL is the project page,
 * the only link to the paper.
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

/** Rejects user names and passwords, which disguise the host. */
function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/(?![^\s/?#\\]*@)[^\s<>"]{1,2000}$/i.test(text.trim())
    ? text.trim()
    : undefined;
}
