import type { PaperId } from '@/lib/papers/paper-id';
import type { Site } from '@/lib/sites/site';

/** Whether a link leads to the paper's own page, or to a place on it. */
export function leadsTo(site: Site, link: Element, id: PaperId): boolean {
  if (!(link instanceof HTMLAnchorElement) || !URL.canParse(link.href)) return false;
  return site.paperAt(new URL(link.href)) === id;
}

/** The link that is the title of a card's paper, as drawn now: a card may hold one for each width. */
export function titleLink(site: Site, card: Element, id: PaperId): HTMLElement | undefined {
  return [...card.querySelectorAll<HTMLElement>('a[href]')].find(
    (link) =>
      link.closest('h1, h2, h3, h4, h5, h6') !== null &&
      leadsTo(site, link, id) &&
      link.getClientRects().length > 0,
  );
}

/**
 * Calls `onOpened` when the reader opens the page of a card's own paper: by a click, in a new tab by
 * the middle button, or by Enter, which browsers tell as a click.
 * @param cardOf the paper of the card that a node is in
 */
export function watchOpened(
  document: Document,
  site: Site,
  cardOf: (node: Element) => PaperId | undefined,
  onOpened: (id: PaperId) => void,
  signal: AbortSignal,
): void {
  const look = ({ target, button }: MouseEvent) => {
    // The right button only opens a menu.
    const link = target instanceof Element && button < 2 ? target.closest('a[href]') : null;
    const id = link === null ? undefined : cardOf(link);
    if (link !== null && id !== undefined && leadsTo(site, link, id)) onOpened(id);
  };
  // Captured: pages keep clicks on their links to themselves.
  document.addEventListener('click', look, { signal, capture: true });
  document.addEventListener('auxclick', look, { signal, capture: true });
}
