/** Source and id: `arxiv:2512.01234`. */
export type PaperId = `${string}:${string}`;

// https://info.arxiv.org/help/arxiv_identifier.html: `YYMM.NNNN` since 2007-04, five digits since
// 2015; before, `archive.SUBJECT/YYMMNNN`. The id omits the version (`v2`).
const ARXIV_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;
const ARCHIVE = /^(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})$/;

/** UTF-16 units after the source. */
const LONGEST = 100;
const STORED_ID = /^[a-z][a-z0-9-]*:\S{1,100}$/;

/** Known sources' identifiers, after the colon. */
const FORMS = new Map([
  ['arxiv', ARCHIVE],
  // https://www.doi.org/doi-handbook/HTML/encoding-rules-for-urls.html: any printable character.
  ['doi', /^10\.\d{4,9}\/[^\s\p{Cc}\p{Cf}\p{Cs}]+$/u],
  // A hash (`lib/import/identity.ts`).
  ['title', /^[0-9a-f]{1,16}$/],
]);
const OTHER_SOURCE = /^[a-z][a-z0-9-]{0,29}$/;
const OTHER_FORM = /^[\w.~/:-]+$/;
// In an address, these lead elsewhere.
const DOT_SEGMENT = /(?:^|\/)\.{1,2}(?:\/|$)/;

/** The id of an arXiv identifier, without version; undefined if invalid. */
export function paperIdOfArxiv(identifier: string): PaperId | undefined {
  const bare = ARXIV_ID.exec(identifier.trim())?.[1];
  return bare === undefined ? undefined : `arxiv:${bare}`;
}

/** The arXiv identifier (`2512.01234`); undefined for other sources and forms. */
export function arxivIdentifier(id: PaperId): string | undefined {
  const identifier = id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : undefined;
  return identifier !== undefined && ARCHIVE.test(identifier) ? identifier : undefined;
}

/** How a source writes papers' identifiers. */
export interface Identifiers {
  /** Unanchored, ignoring case, without groups. */
  pattern: RegExp;
  /** The id of what `pattern` matches; undefined if invalid. */
  idOf(identifier: string): PaperId | undefined;
  /** Undefined for other sources. */
  identifierOf(id: PaperId): string | undefined;
}

/**
 * arXiv's (https://info.arxiv.org/help/arxiv_identifier.html), not within a longer number. Ids have
 * the preferred form, without the subject class of old identifiers
 * (https://info.arxiv.org/help/arxiv_identifier_for_services.html).
 */
export const ARXIV: Identifiers = {
  pattern: /\d{4}\.\d{4,5}(?!\d)|[a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7}(?!\d)/,
  idOf: (identifier) => paperIdOfArxiv(identifier.toLowerCase().replace(/\.[a-z]{2}\//, '/')),
  identifierOf: arxivIdentifier,
};

/** A listed paper's identifier; undefined for DOIs and title hashes, which only files give. */
export function listedIdentifier(id: PaperId): string | undefined {
  return /^(?:doi|title):/.test(id) ? undefined : id.slice(id.indexOf(':') + 1);
}

/**
 * Whether `value` is a paper's id: a source, and an identifier of that source's form (of unknown
 * sources letters, digits and `_.~/:-`), without dot segments.
 */
export function isPaperId(value: unknown): value is PaperId {
  if (typeof value !== 'string') return false;
  const colon = value.indexOf(':');
  const source = value.slice(0, colon);
  const identifier = value.slice(colon + 1);
  if (colon < 1 || identifier.length > LONGEST || DOT_SEGMENT.test(identifier)) return false;
  const form = FORMS.get(source);
  if (form !== undefined) return form.test(identifier);
  return OTHER_SOURCE.test(source) && OTHER_FORM.test(identifier);
}

/**
 * Whether `value` may be a stored row's id: earlier releases took any identifier from files. Only
 * those that are also paper ids are linked.
 */
export function isStoredId(value: unknown): value is PaperId {
  return typeof value === 'string' && STORED_ID.test(value);
}
