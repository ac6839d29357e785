import { arxivSaidIn } from '@/lib/papers/arxiv-mentions';
import type { PaperId } from '@/lib/papers/paper-id';
import { ORIGIN, paperAt } from './huggingface/addresses';

/**
 * The paper at `url`: its page on a listing's site, or arXiv's abstract, PDF or HTML. Separate from
 * `sites`, for callers that only need URLs.
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
 * Match patterns of these pages. On Hugging Face, listings have a letter where papers have a digit.
 */
export const PAPER_PATTERNS: string[] = [
  ...Array.from('0123456789', (digit) => `${ORIGIN}/papers/${digit}*`),
  ...['', 'www.', 'export.'].flatMap((host) =>
    ['abs', 'html', 'pdf'].map((kind) => `*://${host}arxiv.org/${kind}/*`),
  ),
];
