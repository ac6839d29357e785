import { arxivMentionedIn, arxivSaidIn } from '@/lib/papers/arxiv-mentions';
import { fold } from '@/lib/shared/fold';
import { isPaperId } from '@/lib/papers/paper-id';
import type { PaperId } from '@/lib/papers/paper-id';
import { withoutPercents } from '@/lib/shared/text';

/** What may tell which paper is meant, as a file or a person writes it. */
export interface IdentityHints {
  /** What is said to be an arXiv identifier, alone or with words around it (see `arxivSaidIn`). */
  arxiv?: string | undefined;
  /** What is said to be a DOI, with or without a resolver. */
  doi?: string | undefined;
  /** Addresses that may hold either. */
  urls?: readonly string[];
  /** Texts that may name its arXiv paper, or another that it has to do with: a journal, a remark. */
  mentions?: readonly string[];
  title?: string | undefined;
}

/**
 * The id of the paper that is meant: of its arXiv identifier wherever it is found (a DOI or an
 * address may be arXiv's), else of its DOI, else of its title. Beside a DOI, a mention counts only
 * when it is nothing but the identifier. Undefined without any of these.
 */
export function paperIdFrom({
  arxiv,
  doi,
  urls = [],
  mentions = [],
  title,
}: IdentityHints): PaperId | undefined {
  return (
    (arxiv === undefined ? undefined : arxivSaidIn(arxiv)) ??
    first([doi ?? '', ...urls], arxivMentionedIn) ??
    first(mentions, arxivAloneIn) ??
    (doi === undefined ? undefined : doiOf(doi)) ??
    first(urls, doiLinkedBy) ??
    first(mentions, arxivMentionedIn) ??
    first(mentions, doiLinkedBy) ??
    titleId(title ?? '')
  );
}

// What repositories and styles put around an identifier; all other words are about something else.
const AROUND_IDENTIFIER =
  /https?:\/\/\S+|(?:\d{4}\.\d{4,5}|[a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?|\b(?:arxiv|org|corr|abs|oai|e-?prints?|preprints?|(?:19|20)\d\d)\b|\[[\w.-]{1,20}\]/gi;
// As long as any such text.
const ALONE_LIMIT = 200;

/** The arXiv paper that `text` names when it says nothing else: `arXiv preprint arXiv:1706.03762`. */
function arxivAloneIn(text: string): PaperId | undefined {
  if (text.length > ALONE_LIMIT) return undefined;
  const rest = text.replace(AROUND_IDENTIFIER, '');
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : arxivMentionedIn(text);
}

// https://www.crossref.org/blog/dois-and-matching-regular-expressions/
// Longer than any id may be, so that one too long is seen to be so.
const DOI = /10\.\d{4,9}\/\S{1,200}/;
const DOI_LINK = /(?:\bdoi\.org\/|\/doi\/(?:abs\/|full\/|e?pdf\/)?)(10\.\d{4,9}\/[^\s?#]{1,200})/i;

/** DOIs are the same whatever their case (https://www.doi.org/doi-handbook/HTML/case-sensitivity.html). */
function doiOf(text: string): PaperId | undefined {
  const doi = DOI.exec(text.replaceAll('\\_', '_'))?.[0];
  if (doi === undefined) return undefined;
  const id = `doi:${withoutClosing(doi).toLowerCase()}`;
  return isPaperId(id) ? id : undefined;
}

function doiLinkedBy(url: string): PaperId | undefined {
  const doi = DOI_LINK.exec(withoutPercents(url))?.[1];
  return doi === undefined ? undefined : doiOf(doi);
}

/** Without the sentence's signs after it; a bracket that the DOI itself opens stays. */
function withoutClosing(doi: string): string {
  let end = doi.length;
  while (end > 0) {
    const sign = doi[end - 1] ?? '';
    const isBracket = sign === ')' && !doi.slice(0, end).includes('(');
    if (!isBracket && !".,;]}'’”".includes(sign)) break;
    end -= 1;
  }
  return doi.slice(0, end);
}

// A longer one is no title; an id need not cost more for it.
const TITLE_LIMIT = 1000;

/**
 * An id out of a title, the same for titles that differ in case, accents, spaces and punctuation
 * only. With 64 bits, two of 100,000 titles share one by chance once in 4 thousand million
 * libraries.
 */
function titleId(title: string): PaperId | undefined {
  const folded = fold(title.slice(0, TITLE_LIMIT)).replace(/\s+/g, ' ').trim();
  if (folded === '') return undefined;
  // Marks that are left are letters to their readers: vowel signs of Indic scripts.
  const letters = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  return `title:${fnv1a(letters === '' ? folded : letters)}`;
}

/** The 64-bit FNV-1a hash (https://www.rfc-editor.org/rfc/rfc9923) of UTF-16 units, 16 hex digits. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

function first<T>(texts: readonly string[], find: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
