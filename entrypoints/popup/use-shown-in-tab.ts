import { useEffect, useState } from 'preact/hooks';
import type { ShownInTab } from './shown-in-tab';

/** Wait for the tab before showing the library, ms. */
const PAGE_TIMEOUT = 250;

interface Answer {
  /** Null for no paper, undefined until the tab answers. */
  shown: ShownInTab | null | undefined;
  /** Undefined until known, then fixed. */
  first: 'page' | 'library' | undefined;
}

/** What the tab shows, and the first view. */
export function useShownInTab(answer: Promise<ShownInTab | undefined>): Answer {
  const [state, setState] = useState<Answer>({ shown: undefined, first: undefined });
  useEffect(() => {
    const take = (shown: ShownInTab | null): void =>
      setState(({ first }) => ({ shown, first: first ?? (shown ? 'page' : 'library') }));
    const timer = setTimeout(
      () => setState(({ shown, first }) => ({ shown, first: first ?? 'library' })),
      PAGE_TIMEOUT,
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
