import type { PaperId } from '@/lib/papers/paper-id';
import { nativeProperty } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';
import type { SiteReader } from '@/lib/sites/site-reader';

/** Whether a link leads to the paper's own page, at any fragment. */
export function leadsTo(site: SiteReader, link: Element, id: PaperId): boolean {
  if (!(link instanceof HTMLAnchorElement) || !URL.canParse(link.href)) return false;
  return site.paperAt(new URL(link.href)) === id;
}

/** The visible title link of a card, which may have one per width. */
export function titleLink(site: SiteReader, card: Element, id: PaperId): HTMLElement | undefined {
  return [...card.querySelectorAll<HTMLElement>('a[href]')].find(
    (link) =>
      link.closest('h1, h2, h3, h4, h5, h6') !== null &&
      leadsTo(site, link, id) &&
      link.getClientRects().length > 0,
  );
}

/**
 * Calls `onOpened` when the reader opens a card's paper: by click, middle click, or Enter, reported
 * as a click.
 * @param cardOf the paper of the card around a node
 */
export function watchOpened(
  document: Document,
  site: SiteReader,
  cardOf: (node: Element) => PaperId | undefined,
  onOpened: (id: PaperId) => void,
  signal: AbortSignal,
): void {
  const look = ({ target, button }: MouseEvent) => {
    // The right button opens a menu.
    const link =
      target instanceof Element && button < 2
        ? nativeProperty(target, 'closest').call(target, 'a[href]')
        : null;
    const id = link === null ? undefined : cardOf(link);
    if (link !== null && id !== undefined && leadsTo(site, link, id)) onOpened(id);
  };
  // Captured: pages stop clicks on their links from propagating.
  for (const type of ['click', 'auxclick']) listen(document, type, look, { signal, capture: true });
}
