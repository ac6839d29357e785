import { isPaperId, paperIdOfArxiv } from '../papers/paper-id';
import type { PaperId } from '../papers/paper-id';
import { foldForSearch } from '../papers/text';

/** What may tell which paper is meant, as a file or a person writes it. */
export interface IdentityHints {
  /**
   * What is said to be an arXiv identifier, alone or with words around it: `2512.01234v2`,
   * `arXiv:2512.01234 [cs]`, `abs/1706.03762`, `math.GT/0309136`.
   */
  arxiv?: string | undefined;
  /** What is said to be a DOI, with or without a resolver. */
  doi?: string | undefined;
  /** Addresses that may hold either. */
  urls?: readonly string[];
  title?: string | undefined;
}

/**
 * The id of the paper that is meant: of its arXiv identifier wherever it is found (a DOI or an
 * address may be arXiv's), else of its DOI, else of its title. Undefined without any of these.
 */
export function paperIdFrom({ arxiv, doi, urls = [], title }: IdentityHints): PaperId | undefined {
  return (
    (arxiv === undefined ? undefined : arxivOf(arxiv)) ??
    first([doi ?? '', ...urls], arxivMentionedIn) ??
    (doi === undefined ? undefined : doiOf(doi)) ??
    first(urls, doiLinkedBy) ??
    titleId(title ?? '')
  );
}

// https://info.arxiv.org/help/arxiv_identifier.html. Whoever looks takes the longest digits there.
const IDENTIFIER = String.raw`(\d{4}\.\d{4,5}(?!\d)|[a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7}(?!\d))`;

// What stands before an identifier: arXiv's own pages and mirrors of them, the sites that list its
// papers by it, and the word itself (`arXiv preprint arXiv:1706.03762`, `10.48550/arXiv.…`), or
// DBLP's (`CoRR abs/1706.03762`).
const MENTIONED = new RegExp(
  String.raw`(?:(?:arxiv\.org|ar5iv\.org|xxx\.lanl\.gov|alphaxiv\.org)\/[a-z-]{2,12}\/|` +
    String.raw`(?:huggingface\.co|hf\.co)\/papers\/|semanticscholar\.org\/arxiv[:/]|` +
    String.raw`\babs\/|arxiv(?:\.org|\spreprint)?[\s:.,/]{1,3})${IDENTIFIER}`,
  'i',
);
const ALONE = new RegExp(String.raw`^\s*${IDENTIFIER}(?:v\d+)?(?=$|[\s,;[(])`, 'i');

/** The arXiv paper that `text` names as such: by a link, by `arXiv:…`, by arXiv's DOI. */
export function arxivMentionedIn(text: string): PaperId | undefined {
  const identifier = MENTIONED.exec(unescaped(text))?.[1];
  return identifier === undefined ? undefined : arxivId(identifier);
}

function arxivOf(text: string): PaperId | undefined {
  const identifier = ALONE.exec(unescaped(text))?.[1];
  return identifier === undefined ? arxivMentionedIn(text) : arxivId(identifier);
}

/**
 * By the form that arXiv prefers: without the subject class that old identifiers may have
 * (https://info.arxiv.org/help/arxiv_identifier_for_services.html).
 */
function arxivId(identifier: string): PaperId | undefined {
  return paperIdOfArxiv(identifier.toLowerCase().replace(/\.[a-z]{2}\//, '/'));
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
  const doi = DOI_LINK.exec(unescaped(url))?.[1];
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
  const folded = foldForSearch(title.slice(0, TITLE_LIMIT)).replace(/\s+/g, ' ').trim();
  if (folded === '') return undefined;
  const letters = folded.replace(/[^\p{L}\p{N}]+/gu, '');
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

/** `text` with `%2F` and the like decoded, where all of it can be. */
function unescaped(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
