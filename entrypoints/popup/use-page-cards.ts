import { useEffect, useState } from 'preact/hooks';
import type { PageCards } from '@/lib/messaging/page-cards';

/** Longest time to wait for the tab before the library is shown first, ms. */
const PATIENCE = 250;

/** The cards of the tab; null when it is no listing, undefined while it has not answered. */
export function usePageCards(answer: Promise<PageCards | undefined>): PageCards | null | undefined {
  const [cards, setCards] = useState<PageCards | null>();
  useEffect(() => {
    const timer = setTimeout(() => setCards((known) => known ?? null), PATIENCE);
    answer.then(
      (found) => setCards(found ?? null),
      (error: unknown) => {
        console.warn('Papershelf could not ask the tab', error);
        setCards(null);
      },
    );
    return () => clearTimeout(timer);
  }, [answer]);
  return cards;
}
