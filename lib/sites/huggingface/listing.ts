import type { SiteListing } from '../site-reader';
import { isTranslated } from '../translated';
import { attempt, cornerOf, holderOf, readCards, showsPapers } from './cards';
import { dayShown } from './day-shown';
import { selectors } from './markup';
import { readPaperOn } from './paper-on-card';
import { propsOf } from './props';
import { areOf, listingOf } from './detect-listing';
import type { Page } from './detect-listing';

/**
 * A listing has the root with cards or, on a day without papers, with its section and no title.
 * Other markup is not read.
 */
export function readListing(
  document: Document,
  url: URL,
  now: number,
  counts = (_card: Element) => true,
): SiteListing | undefined {
  const root = document.querySelector(selectors.root);
  if (root === null) return undefined;
  const elements = [...root.querySelectorAll(selectors.card)].filter(counts);
  const { cards, found } = readCards(elements);
  const container = found > 0 ? holderOf(elements) : root.querySelector(selectors.section);
  if (!container || (found === 0 && showsPapers(root))) return undefined;

  const props = propsOf(root);
  const page: Page = {
    root,
    url,
    now,
    cards,
    props,
    isOrdinary: areOf(cards, props.ordinary),
    isResults: cards.length > 0 && areOf(cards, props.results),
  };
  const day = dayShown(page);
  const listing = listingOf(page, day);
  const translated = isTranslated(root);
  const context = { props, day, now, translated };
  const reading: SiteListing['reading'] = {
    listing,
    cardsFound: found,
    cards: [],
    ...(translated && { translated }),
  };
  const places: SiteListing['cards'] = [];
  for (const card of cards) {
    const paper = attempt(() => readPaperOn(card, listing, context));
    if (paper === undefined) continue;
    reading.cards.push({ paper, rank: card.rank });
    const corner = cornerOf(card, listing.kind);
    // Only facts must not be translated.
    const title = paper.title || card.title || paper.id;
    places.push({ element: card.element, paperId: card.id, title, corner });
  }
  return { reading, cards: places, container };
}
