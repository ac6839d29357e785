import type { Day } from '@/lib/shared/day';
import type { Entry, Rating, Status } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';
import type { ImportItem, ImportProblem } from './format';
import { paperIdFrom } from './identity';
import { fromKeywords } from './keywords';

/** What a bibliography says of one work, as text without the markup of its format. */
export interface Reference {
  /** Where it begins in the file, from 1. */
  line: number;
  /** Its id in our library, where the file has it. */
  id?: PaperId | undefined;
  title?: string | undefined;
  /** `Given Family`, in order. */
  authors?: readonly string[];
  abstract?: string | undefined;
  publishedOn?: Day | undefined;
  /** Tags, and last, when it is ours, the status. */
  keywords?: readonly string[];
  /** Whether it is out of an export of ours. */
  isOwnExport?: boolean;
  /** The status where the format has a place of its own for it. */
  status?: Status | undefined;
  rating?: Rating | undefined;
  note?: string | undefined;
  citationKey?: string | undefined;
  /** What is said to be the arXiv identifier (see `IdentityHints`). */
  arxiv?: string | undefined;
  /** Texts that may mention it: `arXiv preprint arXiv:1706.03762`. Never the reader's own words. */
  mentions?: readonly string[];
  doi?: string | undefined;
  /** Addresses of every kind, the main one first. */
  urls?: readonly string[];
  /** The code's address, where the format says that it is. */
  code?: string | undefined;
  /** The project's page, where the format says that it is. */
  project?: string | undefined;
}

// One that no program could read as a key is handed on too: what it becomes is shown beside it.
const CITATION_KEY = /^[^\p{Cc}]{1,200}$/u;

/** The record of `reference`; a problem when nothing in it tells which paper it is. */
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

/** `text` without control characters, NUL say, its white space folded. */
function oneLine(text: string): string {
  return foldSpaces(text.replace(/\p{Cc}+/gu, ' '));
}

/** A problem with what stands at `line`, `text` cut to what people need to find it. */
export function problemAt(code: ImportProblem['code'], line: number, text: string): ImportItem {
  return { kind: 'problem', problem: problemOf(code, line, text) };
}

/** The same, not yet an item. */
export function problemOf(code: ImportProblem['code'], line: number, text: string): ImportProblem {
  const excerpt = oneLine(text.slice(0, 400)).slice(0, 200);
  return { code, line, ...(excerpt !== '' && { excerpt }) };
}

const REPOSITORY = /^https:\/\/(?:www\.)?git(?:hub|lab)\.com\/[\w.-]+\/[\w.-]+/i;
const OF_THE_PAPER =
  /^https?:\/\/(?:[\w-]{1,63}\.){0,3}(?:arxiv\.org|alphaxiv\.org|doi\.org|huggingface\.co\/papers|hf\.co\/papers)(?:\/|$)/i;

/** The first address of a repository, and the first of neither that nor the paper itself. */
export function linksIn(urls: readonly string[]): Pick<Reference, 'code' | 'project'> {
  const others = urls.filter((url) => webAddress(url) !== undefined && !OF_THE_PAPER.test(url));
  const code = others.find((url) => REPOSITORY.test(url));
  return { code, project: others.find((url) => url !== code) };
}

/**
 * Code and project page: those that the format names, else what the addresses show. The address of
 * a paper that arXiv does not have is kept as its project page: nothing else would lead to it.
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

/** `text` when it is an address on the web, of a length that one may have. */
function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/[^\s<>"]{1,2000}$/i.test(text.trim())
    ? text.trim()
    : undefined;
}
