/** Source and id: `arxiv:2512.01234`. Other sources can be added. */
export type PaperId = `${string}:${string}`;

// https://info.arxiv.org/help/arxiv_identifier.html: `YYMM.NNNN` since 2007-04, five digits since
// 2015; before, `archive.SUBJECT/YYMMNNN`. The version (`v2`) is not part of the id.
const ARXIV_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;
const PAPER_ID = /^[a-z][a-z0-9-]*:\S{1,100}$/;

/** The id of an arXiv identifier, without version; undefined if invalid. */
export function paperIdOfArxiv(identifier: string): PaperId | undefined {
  const bare = ARXIV_ID.exec(identifier.trim())?.[1];
  return bare === undefined ? undefined : `arxiv:${bare}`;
}

/** The arXiv identifier (`2512.01234`), undefined for other sources. */
export function arxivIdentifier(id: PaperId): string | undefined {
  return id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : undefined;
}

/** How a source writes the identifiers of its papers. */
export interface Identifiers {
  /** One in a text, ignoring case, without groups. */
  pattern: RegExp;
  /** The id of what `pattern` matches; undefined if invalid. */
  idOf(identifier: string): PaperId | undefined;
  /** Undefined for other sources. */
  identifierOf(id: PaperId): string | undefined;
}

/**
 * arXiv's (https://info.arxiv.org/help/arxiv_identifier.html), not within a longer number. The id
 * is of the preferred form: without the subject class of old identifiers
 * (https://info.arxiv.org/help/arxiv_identifier_for_services.html).
 */
export const ARXIV: Identifiers = {
  pattern: /\d{4}\.\d{4,5}(?!\d)|[a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7}(?!\d)/,
  idOf: (identifier) => paperIdOfArxiv(identifier.toLowerCase().replace(/\.[a-z]{2}\//, '/')),
  identifierOf: arxivIdentifier,
};

/**
 * The identifier of a paper that sites list; undefined for a DOI or a title's hash, which only files
 * give.
 */
export function listedIdentifier(id: PaperId): string | undefined {
  return /^(?:doi|title):/.test(id) ? undefined : id.slice(id.indexOf(':') + 1);
}

/** Whether `value` has the form of a paper id. */
export function isPaperId(value: unknown): value is PaperId {
  return typeof value === 'string' && PAPER_ID.test(value);
}
