import type { Paper } from './paper';
import { arxivIdentifier } from './paper-id';

/** Known addresses of a paper. */
export interface PaperLinks {
  /** On the site that listed it. */
  paperPage?: string;
  arxiv?: string;
  pdf?: string;
  /** Without the resolver: `10.48550/arXiv.2512.01234`. */
  doi?: string;
  code?: string;
  project?: string;
}

/**
 * The links of `paper` (https://info.arxiv.org/help/arxiv_identifier_for_services.html, for the DOI
 * https://info.arxiv.org/help/doi.html).
 */
export function linksOf(paper: Paper): PaperLinks {
  const links: PaperLinks = {};
  const arxiv = arxivIdentifier(paper.id);
  if (arxiv !== undefined) {
    links.paperPage = `https://huggingface.co/papers/${arxiv}`;
    links.arxiv = `https://arxiv.org/abs/${arxiv}`;
    links.pdf = `https://arxiv.org/pdf/${arxiv}`;
    links.doi = `10.48550/arXiv.${arxiv}`;
  }
  // Papers imported from files.
  if (paper.id.startsWith('doi:')) links.doi = paper.id.slice('doi:'.length);
  if (paper.githubRepo !== undefined) links.code = paper.githubRepo;
  if (paper.projectPage !== undefined) links.project = paper.projectPage;
  return links;
}
