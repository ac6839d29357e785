/**
 * Where a paper is known from and its id there: `arxiv:2512.01234`. The source is part of the id,
 * so that papers of other sites can live beside these.
 */
export type PaperId = `${string}:${string}`;

// https://info.arxiv.org/help/arxiv_identifier.html: since 2007-04 `YYMM.NNNN`, since 2015 five
// digits; before, `archive.SUBJECT/YYMMNNN`. A version (`v2`) is not part of the paper's identity.
const ARXIV = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;
const PAPER_ID = /^[a-z][a-z0-9-]*:\S{1,100}$/;

/** The id of the paper with this arXiv identifier, its version dropped; undefined when it is none. */
export function paperIdOfArxiv(identifier: string): PaperId | undefined {
  const bare = ARXIV.exec(identifier.trim())?.[1];
  return bare === undefined ? undefined : `arxiv:${bare}`;
}

/** The arXiv identifier in `id` (`2512.01234`), undefined for a paper of another source. */
export function arxivIdentifier(id: PaperId): string | undefined {
  return id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : undefined;
}

/** Whether `value` has the form of a paper id, of whatever source. */
export function isPaperId(value: unknown): value is PaperId {
  return typeof value === 'string' && PAPER_ID.test(value);
}
