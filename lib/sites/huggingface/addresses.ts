import type { PaperId } from '@/lib/papers/paper-id';

export const ORIGIN = 'https://huggingface.co';

const LISTING_PATH = /^\/papers(?:\/?|\/(?:date|week|month)\/[^/]+\/?|\/trending\/?)$/;

/** Whether `url` can be a listing. */
export function matches(url: URL): boolean {
  return url.origin === ORIGIN && LISTING_PATH.test(url.pathname);
}

const PAPER_HREF = /^\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?\/?(?:[?#].*)?$/;

/** The paper at an `href` without origin. */
export function idOfHref(href: string): PaperId | undefined {
  const arxiv = PAPER_HREF.exec(href)?.[1];
  return arxiv === undefined ? undefined : `arxiv:${arxiv}`;
}

/** The paper whose page is at `url`. */
export function paperAt(url: URL): PaperId | undefined {
  return url.origin === ORIGIN ? idOfHref(url.pathname) : undefined;
}

/** Its response is the flat `paper` of the listing's JSON and more (live API, 2026-07). */
export function paperUrl(id: PaperId): string | undefined {
  const arxiv = /^arxiv:(\d{4}\.\d{4,5})$/.exec(id)?.[1];
  return arxiv === undefined ? undefined : `/api/papers/${arxiv}`;
}
