/**
 * Cards alone decide which papers a listing shows; the JSON in `data-props` adds facts, as it can
 * be absent, broken, or the previous page's.
 */
import type { PaperReader, SiteReader } from '../site-reader';
import { matches, ORIGIN, paperAt, paperUrl } from './addresses';
import { readPaper } from './items';
import { readListing } from './listing';
import { paperOn } from './cards';
import { selectors } from './markup';
import { readPaperPage } from './paper-page';

/** Reads https://huggingface.co/papers. */
export const reader: SiteReader = {
  origin: ORIGIN,
  // In-page navigation leads from papers to listings.
  patterns: [`${ORIGIN}/papers*`],
  matches,
  readListing,
  paperOn,
  isSettled,
  isDark,
  paperAt,
  paperUrl,
  readPaper,
};

/** Reads the papers' own pages. */
export const paperReader: PaperReader = { origin: ORIGIN, readPaperPage };

/** Svelte 5 marks blocks not hydrated yet by `<!--[` (trending 2026-10-07). */
function isSettled(document: Document): boolean {
  const root = document.querySelector(selectors.root);
  const scope = root?.querySelector(selectors.card) ?? root?.querySelector(selectors.section);
  if (!scope) return false;
  const SHOW_COMMENT = 128;
  const comments = document.createTreeWalker(scope, SHOW_COMMENT);
  while (comments.nextNode() !== null) {
    if (comments.currentNode.nodeValue?.startsWith('[')) return false;
  }
  return true;
}

/** Daily 2026-09-28: set by a script in the head and the footer's switch. */
function isDark(document: Document): boolean {
  return document.documentElement.classList.contains('dark');
}
