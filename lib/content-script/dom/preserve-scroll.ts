/**
 * Runs `change`, which hides or shows cards, and keeps the topmost visible card (or the next that
 * remains) in place. No scrolling while the first is in view.
 * @param cards in page order
 */
export function preserveScroll(cards: readonly Element[], change: () => void): void {
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
    window.scrollBy({ top: now.top - place.top, behavior: 'instant' });
    return;
  }
}
