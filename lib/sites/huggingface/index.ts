/**
 * Hugging Face's Daily Papers. Which papers a listing shows is read from its cards alone; the JSON
 * in `data-props` is only asked for what it knows of each, as it can be absent, broken, or still
 * that of the page before.
 */
import type { Site } from '../site';
import { matches, ORIGIN, paperAt, paperUrl } from './addresses';
import { readPaper } from './items';
import { readListing } from './listing';
import { selectors } from './markup';
import { readPaperPage } from './paper-page';

/** Reads the listings of https://huggingface.co/papers, and the papers' own pages. */
export const huggingface: Site = {
  id: 'hf',
  // From the page of one paper the reader gets to the listings without a new load.
  pattern: `${ORIGIN}/papers*`,
  matches,
  readListing,
  isSettled,
  isDark,
  paperAt,
  readPaperPage,
  paperUrl,
  readPaper,
};

/** Svelte 5 leaves `<!--[` before each block that it has yet to take over (trending 2026-10-07). */
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

/** Daily 2026-09-28: set by a script in the head, and by the switch in the footer. */
function isDark(document: Document): boolean {
  return document.documentElement.classList.contains('dark');
}
