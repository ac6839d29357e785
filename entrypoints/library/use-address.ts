import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/papers/paper-id';
import { importedPapers } from './import/imported-papers';
import { importOfSearch, queryOfSearch, querySearch, viewOfHash, type View } from './route';

/** Typing after this pause, ms, adds a history entry. */
const NEW_STEP_AFTER = 2000;

/** Follows the hash; `papers` if it names no view. */
export function useView(): View {
  const [view, setView] = useState(() => viewOfHash(location.hash));
  useEffect(() => {
    const follow = (): void => setView(viewOfHash(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return view;
}

/** The query in the URL, so that Back, reload and bookmarks find the same papers. */
export function useQueryText(): {
  text: string;
  /** Lists only these papers, of an import. */
  only: ReadonlySet<PaperId> | undefined;
  /** While typing, letters share a history entry. */
  type(text: string): void;
  /** Adds a history entry. */
  choose(text: string): void;
  /** Lists all papers again. */
  showAll(): void;
} {
  const [text, setText] = useState(textOfAddress);
  const [only, setOnly] = useState(onlyOfAddress);
  const typedAt = useRef(0);
  useEffect(() => {
    const follow = (): void => {
      setText(textOfAddress());
      setOnly(onlyOfAddress());
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  useEffect(() => {
    // Query links need no page load.
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element && event.target.closest('a[href^="?"]');
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0)
        return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const { search, hash } = new URL(link.href);
      history.pushState(null, '', `${location.pathname}${search}${hash}`);
      setText(textOfAddress());
      setOnly(undefined);
      // pushState fires no event.
      dispatchEvent(new HashChangeEvent('hashchange'));
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
  const choose = useCallback((next: string): void => {
    typedAt.current = 0;
    setText(next);
    if (next !== textOfAddress()) history.pushState(null, '', addressOf(next));
  }, []);
  const type = useCallback((next: string): void => {
    const now = performance.now();
    setText(next);
    if (typedAt.current === 0 || now - typedAt.current > NEW_STEP_AFTER) {
      history.pushState(null, '', addressOf(next));
    } else {
      history.replaceState(null, '', addressOf(next));
    }
    typedAt.current = now;
  }, []);
  const showAll = useCallback((): void => {
    setOnly(undefined);
    history.pushState(
      null,
      '',
      `${location.pathname}${querySearch(textOfAddress())}${location.hash}`,
    );
  }, []);
  return { text, only, type, choose, showAll };
}

function onlyOfAddress(): ReadonlySet<PaperId> | undefined {
  const shown = importOfSearch(location.search);
  return shown === undefined ? undefined : importedPapers(shown);
}

function textOfAddress(): string {
  return queryOfSearch(location.search);
}

function addressOf(text: string): string {
  return `${location.pathname}${querySearch(text, importOfSearch(location.search))}${location.hash}`;
}
