import type { Paper } from '@/lib/papers/paper';
import { ARXIV, arxivIdentifier, isPaperId, type PaperId } from '@/lib/papers/paper-id';
import { sites } from './registry';

/** A paper's known addresses. */
export interface PaperLinks {
  /** On the first site listing such papers. */
  paperPage?: string;
  arxiv?: string;
  pdf?: string;
  /** Without the resolver: `10.48550/arXiv.2512.01234`. */
  doi?: string;
  code?: string;
  project?: string;
}

/**
 * The links of `paper` (https://info.arxiv.org/help/arxiv_identifier_for_services.html, DOI:
 * https://info.arxiv.org/help/doi.html). Ids of other forms get none (`isStoredId`).
 */
export function linksOf(paper: Paper): PaperLinks {
  const links: PaperLinks = {};
  if (paper.githubRepo !== undefined) links.code = paper.githubRepo;
  if (paper.projectPage !== undefined) links.project = paper.projectPage;
  if (!isPaperId(paper.id)) return links;
  const paperPage = paperPageOf(paper.id);
  if (paperPage !== undefined) links.paperPage = paperPage;
  const arxiv = arxivIdentifier(paper.id);
  if (arxiv !== undefined) {
    links.arxiv = `https://arxiv.org/abs/${arxiv}`;
    links.pdf = `https://arxiv.org/pdf/${arxiv}`;
    links.doi = `10.48550/arXiv.${arxiv}`;
  }
  // Imported papers.
  if (paper.id.startsWith('doi:')) links.doi = paper.id.slice('doi:'.length);
  return links;
}

function paperPageOf(id: PaperId): string | undefined {
  for (const { identifiers = ARXIV, paperLinks } of sites) {
    const identifier = identifiers.identifierOf(id);
    if (identifier !== undefined) return `https://${paperLinks[0]}${identifier}`;
  }
  return undefined;
}
