import { useEffect, useState } from 'preact/hooks';
import type { ShownInTab } from './shown-in-tab';

/** Longest time to wait for the tab before the library is shown first, ms. */
const PATIENCE = 250;

interface Answer {
  /** What the tab shows; null when that is no paper, undefined while it has not answered. */
  shown: ShownInTab | null | undefined;
  /** What to show first; undefined until that is known. It never changes under the reader's hand. */
  first: 'page' | 'library' | undefined;
}

/** What the tab answers, and what that makes the popup show first. */
export function useShownInTab(answer: Promise<ShownInTab | undefined>): Answer {
  const [state, setState] = useState<Answer>({ shown: undefined, first: undefined });
  useEffect(() => {
    const take = (shown: ShownInTab | null): void =>
      setState(({ first }) => ({ shown, first: first ?? (shown ? 'page' : 'library') }));
    const timer = setTimeout(
      () => setState(({ shown, first }) => ({ shown, first: first ?? 'library' })),
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
