import { arxivSaidIn } from '@/lib/papers/arxiv-mentions';
import type { PaperId } from '@/lib/papers/paper-id';
import { ORIGIN, paperAt } from './huggingface/addresses';

/**
 * The paper that the page at `url` is about: its own page on a listing's site, or arXiv's abstract,
 * PDF or HTML of it. Beside `sites`, for those who need to know no more of them than addresses.
 */
export function paperAtAddress(url: URL): PaperId | undefined {
  return paperAt(url) ?? paperOnArxiv(url);
}

const ARXIV_HOST = /^(?:www\.|export\.)?arxiv\.org$/;
// https://info.arxiv.org/help/arxiv_identifier_for_services.html
const ARXIV_PATH = /^\/(?:abs|pdf|html)\/((?:[a-z.-]+\/)?[\d.]+(?:v\d+)?)(?:\.pdf)?\/?$/i;

function paperOnArxiv({ protocol, hostname, port, pathname }: URL): PaperId | undefined {
  if (!/^https?:$/.test(protocol) || port !== '' || !ARXIV_HOST.test(hostname)) return undefined;
  const identifier = ARXIV_PATH.exec(pathname)?.[1];
  return identifier === undefined ? undefined : arxivSaidIn(identifier);
}

/**
 * The pages that `paperAtAddress` knows, as match patterns. Those of listings begin alike on Hugging
 * Face, but with a letter where a paper has a digit.
 */
export const PAPER_PATTERNS: string[] = [
  ...Array.from('0123456789', (digit) => `${ORIGIN}/papers/${digit}*`),
  ...['', 'www.', 'export.'].flatMap((host) =>
    ['abs', 'html', 'pdf'].map((kind) => `*://${host}arxiv.org/${kind}/*`),
  ),
];
