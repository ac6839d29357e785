import { useEffect, useState } from 'preact/hooks';
import type { PageCards } from '@/lib/messaging/page-cards';

/** Longest time to wait for the tab before the library is shown first, ms. */
const PATIENCE = 250;

interface Answer {
  /** The cards of the tab; null when it is no listing, undefined while it has not answered. */
  cards: PageCards | null | undefined;
  /** What to show first; undefined until that is known. It never changes under the reader's hand. */
  first: 'page' | 'library' | undefined;
}

/** What the tab answers, and what that makes the popup show first. */
export function usePageCards(answer: Promise<PageCards | undefined>): Answer {
  const [state, setState] = useState<Answer>({ cards: undefined, first: undefined });
  useEffect(() => {
    const take = (cards: PageCards | null): void =>
      setState(({ first }) => ({ cards, first: first ?? (cards ? 'page' : 'library') }));
    const timer = setTimeout(
      () => setState(({ cards, first }) => ({ cards, first: first ?? 'library' })),
      PATIENCE,
    );
    answer.then(
      (found) => take(found ?? null),
      (error: unknown) => {
        console.warn('Papershelf could not ask the tab', error);
        take(null);
      },
    );
    return () => clearTimeout(timer);
  }, [answer]);
  return state;
}
