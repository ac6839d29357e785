/** Source and id: `arxiv:2512.01234`. Other sources can be added. */
export type PaperId = `${string}:${string}`;

// https://info.arxiv.org/help/arxiv_identifier.html: `YYMM.NNNN` since 2007-04, five digits since
// 2015; before, `archive.SUBJECT/YYMMNNN`. The version (`v2`) is not part of the id.
const ARXIV = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;
const PAPER_ID = /^[a-z][a-z0-9-]*:\S{1,100}$/;

/** The id of an arXiv identifier, without version; undefined if invalid. */
export function paperIdOfArxiv(identifier: string): PaperId | undefined {
  const bare = ARXIV.exec(identifier.trim())?.[1];
  return bare === undefined ? undefined : `arxiv:${bare}`;
}

/** The arXiv identifier (`2512.01234`), undefined for other sources. */
export function arxivIdentifier(id: PaperId): string | undefined {
  return id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : undefined;
}

/** Whether `value` has the form of a paper id. */
export function isPaperId(value: unknown): value is PaperId {
  return typeof value === 'string' && PAPER_ID.test(value);
}
