import { ARXIV, type PaperId } from '@/lib/papers/paper-id';
import { sites } from './registry';

/**
 * The paper at `url`: a site's paper page, or arXiv's abstract, PDF or HTML. None at URLs with
 * credentials.
 */
export function paperAtAddress(url: URL): PaperId | undefined {
  if (url.username !== '' || url.password !== '') return undefined;
  for (const site of sites) {
    const id = site.paperAt(url);
    if (id !== undefined) return id;
  }
  return paperOnArxiv(url);
}

const ARXIV_HOST = /^(?:www\.|export\.)?arxiv\.org$/;
// https://info.arxiv.org/help/arxiv_identifier_for_services.html
const ARXIV_PATH = /^\/(?:abs|pdf|html)\/((?:[a-z.-]+\/)?[\d.]+(?:v\d+)?)(?:\.pdf)?\/?$/i;

function paperOnArxiv({ protocol, hostname, port, pathname }: URL): PaperId | undefined {
  if (!/^https?:$/.test(protocol) || port !== '' || !ARXIV_HOST.test(hostname)) return undefined;
  const identifier = ARXIV_PATH.exec(pathname)?.[1];
  return identifier === undefined ? undefined : ARXIV.idOf(identifier);
}

/** Match patterns of these pages. */
export const PAPER_PATTERNS: string[] = [
  ...sites.flatMap(({ origin, paperPaths }) => paperPaths.map((path) => origin + path)),
  ...['', 'www.', 'export.'].flatMap((host) =>
    ['abs', 'html', 'pdf'].map((kind) => `*://${host}arxiv.org/${kind}/*`),
  ),
];
