import { fold } from '@/lib/shared/fold';
import { isPaperId } from '@/lib/papers/paper-id';
import type { PaperId } from '@/lib/papers/paper-id';
import { withoutCredentialUrls, withoutPercents } from '@/lib/shared/text';
import { paperMentionedIn, paperSaidIn } from '@/lib/sites/mentions';

/** As files or people write them. */
export interface IdentityHints {
  /** An identifier, alone or in text (`paperSaidIn`). */
  arxiv?: string | undefined;
  /** With or without resolver. */
  doi?: string | undefined;
  /** May contain either. */
  urls?: readonly string[];
  /** May name its arXiv identifier or another paper's: a journal, a remark. */
  mentions?: readonly string[];
  title?: string | undefined;
}

/**
 * A paper's id: its arXiv identifier wherever found (a DOI or URL may be arXiv's), else its DOI,
 * else its title. With a DOI, mentions count only if they name nothing else.
 */
export function paperIdFrom({
  arxiv,
  doi,
  urls = [],
  mentions = [],
  title,
}: IdentityHints): PaperId | undefined {
  return (
    (arxiv === undefined ? undefined : paperSaidIn(arxiv)) ??
    first([doi ?? '', ...urls], paperMentionedIn) ??
    first(mentions, arxivAloneIn) ??
    (doi === undefined ? undefined : doiOf(doi)) ??
    first(urls, doiLinkedBy) ??
    first(mentions, paperMentionedIn) ??
    first(mentions, doiLinkedBy) ??
    titleId(title ?? '')
  );
}

// Repositories and styles put these around an identifier; other words mean another subject.
const AROUND_IDENTIFIER =
  /https?:\/\/\S+|(?:\d{4}\.\d{4,5}|[a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?|\b(?:arxiv|org|corr|abs|oai|e-?prints?|preprints?|(?:19|20)\d\d)\b|\[[\w.-]{1,20}\]/gi;
// UTF-16 units.
const ALONE_LIMIT = 200;

/** The arXiv paper, if `text` names nothing else: `arXiv preprint arXiv:1706.03762`. */
function arxivAloneIn(text: string): PaperId | undefined {
  if (text.length > ALONE_LIMIT) return undefined;
  const rest = text.replace(AROUND_IDENTIFIER, '');
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : paperMentionedIn(text);
}

// https://www.crossref.org/blog/dois-and-matching-regular-expressions/ Longer than ids may be, to
// reject overlong DOIs, not truncate them.
const DOI = /10\.\d{4,9}\/\S{1,200}/;
const DOI_LINK = /(?:\bdoi\.org\/|\/doi\/(?:abs\/|full\/|e?pdf\/)?)(10\.\d{4,9}\/[^\s?#]{1,200})/i;

/** Case-insensitive (https://www.doi.org/doi-handbook/HTML/case-sensitivity.html). */
function doiOf(text: string): PaperId | undefined {
  const doi = DOI.exec(withoutCredentialUrls(text).replaceAll('\\_', '_'))?.[0];
  if (doi === undefined) return undefined;
  const id = `doi:${withoutClosing(doi).toLowerCase()}`;
  return isPaperId(id) ? id : undefined;
}

function doiLinkedBy(url: string): PaperId | undefined {
  const doi = DOI_LINK.exec(withoutPercents(withoutCredentialUrls(url)))?.[1];
  return doi === undefined ? undefined : doiOf(doi);
}

/** Strips sentence punctuation, but no bracket that the DOI opens. */
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

// UTF-16 units; limits the cost of hashing.
const TITLE_LIMIT = 1000;

/**
 * A title's id, ignoring case, accents, spaces and punctuation. With 64 bits, 100,000 titles
 * collide in one of 4 billion libraries.
 */
function titleId(title: string): PaperId | undefined {
  const folded = fold(title.slice(0, TITLE_LIMIT)).replace(/\s+/g, ' ').trim();
  if (folded === '') return undefined;
  // Remaining marks are letters: Indic vowel signs.
  const letters = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  return `title:${fnv1a(letters === '' ? folded : letters)}`;
}

/** 64-bit FNV-1a (https://www.rfc-editor.org/rfc/rfc9923) of UTF-16 units, as 16 hex digits. */
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
