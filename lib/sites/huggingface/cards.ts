import type { ListingKind } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import { nativeProperty } from '@/lib/shared/dom-names';
import { shownCount } from '../lenient';
import type { ShownCount } from '../lenient';
import type { Corner } from '../site-reader';
import { linksIn } from './card-links';
import type { CardLinks } from './card-links';
import { idIn, textIn } from './dom';
import { selectors } from './markup';

/** Read from every card; the rest only if the props lack it. */
export interface Card {
  element: Element;
  id: PaperId;
  rank: number;
  title: string;
  picture: Element | undefined;
  /** On trending, possibly an AI summary. */
  summary: string | undefined;
  upvotes: ShownCount | undefined;
  links: CardLinks;
}

/** The readable cards; `found` counts all distinct. */
export function readCards(elements: readonly Element[]): { cards: Card[]; found: number } {
  const cards: Card[] = [];
  const seen = new Set<PaperId>();
  let found = 0;
  for (const element of elements) {
    const titles = [...element.querySelectorAll(selectors.title)];
    const ids = idsIn(titles);
    if (ids[0] !== undefined && seen.has(ids[0])) continue;
    found += 1;
    const id = onlyOne(ids);
    if (id === undefined) continue;
    seen.add(id);
    const rank = found;
    const card = attempt(() => readCard(element, id, titles, rank));
    if (card !== undefined) cards.push(card);
  }
  return { cards, found };
}

/** See `SiteReader`. */
export function paperOn(card: Element): PaperId | undefined {
  return onlyOne(idsIn([...card.querySelectorAll(selectors.title)]));
}

function idsIn(titles: readonly Element[]): PaperId[] {
  return titles.map(idIn).filter((known) => known !== undefined);
}

/** With another paper's card in a card, or its title, facts may be of either. */
function onlyOne([id, ...others]: readonly PaperId[]): PaperId | undefined {
  return others.every((other) => other === id) ? id : undefined;
}

function readCard(element: Element, id: PaperId, titles: Element[], rank: number): Card {
  const own = titles.filter((link) => idIn(link) === id);
  return {
    element,
    id,
    rank,
    title: own.map(textIn).find((text) => text !== '') ?? '',
    picture: pictureIn(element, id),
    summary: summaryIn(element),
    upvotes: upvotesIn(element),
    links: linksIn(element, id),
  };
}

/** Undefined when `read` throws: a broken card affects no others. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The cards' nearest common ancestor. */
export function holderOf(cards: readonly Element[]): Element | undefined {
  const last = cards.at(-1) ?? null;
  let holder = cards[0]?.parentElement;
  for (; holder; holder = nativeProperty(holder, 'parentElement')) {
    if (nativeProperty(holder, 'contains').call(holder, last)) return holder;
  }
  return undefined;
}

/** Whether any paper title is shown. */
export function showsPapers(root: Element): boolean {
  return [...root.querySelectorAll(selectors.title)].some((link) => idIn(link) !== undefined);
}

function summaryIn(card: Element): string | undefined {
  for (const paragraph of card.querySelectorAll(selectors.summary)) {
    const text = textIn(paragraph);
    if (text !== '' && paragraph.closest(selectors.dialog) === null) return text;
  }
  return undefined;
}

function pictureIn(card: Element, id: PaperId): Element | undefined {
  const picture = card.querySelector(selectors.picture);
  const link = picture?.closest('a');
  if (!picture || !link || idIn(link) !== id) return undefined;
  return picture.closest(selectors.faces) === null ? picture : undefined;
}

/** The upvotes on a card or a paper's page. */
export function upvotesIn(card: Element): ShownCount | undefined {
  let behind = card.querySelector(selectors.tickBox)?.nextElementSibling;
  for (; behind; behind = nativeProperty(behind, 'nextElementSibling')) {
    const count = shownCount(nativeProperty(behind, 'textContent') ?? '');
    if (count !== undefined) return count;
  }
  for (const element of card.querySelectorAll(selectors.upvotes)) {
    const count = shownCount(element.textContent ?? '');
    if (count !== undefined) return count;
  }
  return undefined;
}

/**
 * Whether a card is a row, as on trending: picture, text, upvotes. Only rows have both picture and
 * paragraph.
 */
export function isRow(card: Card, kind: ListingKind): boolean {
  return kind === 'trending' || (card.picture !== undefined && card.summary !== undefined);
}

/** The corner where a button covers nothing. */
export function cornerOf(card: Card, kind: ListingKind): Corner {
  // Search titles run to the right edge.
  if (card.picture === undefined) return 'bottom-right';
  return isRow(card, kind) ? 'top-left' : 'top-right';
}
