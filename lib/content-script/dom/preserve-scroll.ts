/**
 * Makes a change that takes cards away or brings them back, and keeps the card at the top of the
 * window where it is (when it is taken away, the next one that stays). Above the first card nothing
 * changes, so while that is in view nothing is moved.
 * @param cards in the order of the page
 */
export function preserveScroll(cards: readonly Element[], change: () => void): void {
  const window = cards[0]?.ownerDocument.defaultView;
  const places = cards.map((card) => card.getBoundingClientRect());
  const isDrawn = ({ height }: DOMRect) => height > 0;
  const top = places.findIndex((place) => isDrawn(place) && place.bottom > 0);
  const first = places.find(isDrawn);
  change();
  if (first === undefined || first.top >= 0) return;
  for (const [index, card] of cards.entries()) {
    const place = places[index];
    if (index < top || place === undefined || !isDrawn(place)) continue;
    const now = card.getBoundingClientRect();
    if (!isDrawn(now)) continue;
    window?.scrollBy({ top: now.top - place.top, behavior: 'instant' });
    return;
  }
}
