import type { Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { listStep } from '@/lib/keyboard/list-keys';
import { useFocusRestore } from '../hooks/use-focus-restore';
import { useVirtualRows } from './use-virtual-rows';

interface Options {
  /** What tells the rows apart, in their order. */
  keys: readonly string[];
  /** A row's height before it is measured, px. */
  estimate: number;
  /** A selector of what takes the focus in a row; each row has its place as `data-index`. */
  target: string;
  /** A row that must stay drawn though the focus is elsewhere. */
  keep?: string | undefined;
}

export interface RovingRows {
  scroller: RefObject<HTMLDivElement | null>;
  list: RefObject<HTMLUListElement | null>;
  virtual: Virtualizer<HTMLDivElement, HTMLElement>;
  /** The one row whose controls are tab stops. */
  current: number;
  /** The row that an event happened in. */
  rowOf(target: EventTarget | null): number | undefined;
  /** Gives the focus to a row, at once or when it comes. */
  seek(key: string): void;
  /** Brings a row into view and makes it the current one; the focus stays where it is. */
  show(key: string): void;
  /** For the list; true when the key moved. */
  onKeyDown(event: KeyboardEvent): boolean;
  onFocusIn(event: FocusEvent): void;
  onFocusOut(event: FocusEvent): void;
}

/**
 * A list of any length whose current row is one tab stop; arrow keys, j, k, Home and End move it.
 * When what has the focus goes from the list, the row that took its place gets it.
 */
export function useRovingRows({ keys, estimate, target, keep }: Options): RovingRows {
  const [chosen, setChosen] = useState<string>();
  /** Where the chosen row was when it was last there: what took its place comes after it. */
  const place = useRef(0);
  const current = useMemo(() => placeOf(chosen, keys, place.current), [chosen, keys]);
  place.current = current;
  const list = useRef<HTMLUListElement>(null);
  /** The row that the focus is to go to; it may be drawn only after the scrolling. */
  const sought = useRef<string>(undefined);
  /** The row that has the focus, or had it when it went. */
  const focused = useRef<string>(undefined);
  const keyOf = useCallback((index: number) => keys[index] ?? String(index), [keys]);
  const kept = keep === undefined ? -1 : keys.indexOf(keep);
  const { scroller, virtual } = useVirtualRows({
    count: keys.length,
    estimate,
    keyOf,
    keep: kept < 0 ? current : kept,
  });
  // When its last row goes, the list goes too.
  useFocusRestore(scroller);

  const latest = useRef(keys);
  latest.current = keys;

  const focusSought = (): void => {
    if (sought.current === undefined) return;
    const index = latest.current.indexOf(sought.current);
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] ${target}`);
    row?.focus({ preventScroll: true });
  };
  const show = (key: string): void => {
    const index = latest.current.indexOf(key);
    if (index < 0) return;
    place.current = index;
    setChosen(key);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const seek = (key: string): void => {
    sought.current = key;
    show(key);
    focusSought();
  };

  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (activeElement !== body && !list.current?.contains(activeElement)) {
      // Meanwhile the reader went elsewhere.
      sought.current = undefined;
    } else if (sought.current !== undefined) {
      seek(sought.current);
    } else if (focused.current !== undefined && activeElement === body) {
      const next = keys.includes(focused.current) ? focused.current : keys[current];
      if (next !== undefined) seek(next);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when the rows change
  }, [keys]);
  useLayoutEffect(focusSought);

  return {
    scroller,
    list,
    virtual,
    current,
    rowOf,
    seek,
    show,
    onKeyDown(event) {
      const step = listStep(event);
      const at = sought.current === undefined ? rowOf(event.target) : keys.indexOf(sought.current);
      if (step === undefined || at === undefined) return false;
      event.preventDefault();
      const next = keys[Math.min(Math.max(at + step, 0), keys.length - 1)];
      if (next !== undefined) seek(next);
      return true;
    },
    onFocusIn(event) {
      const index = rowOf(event.target);
      sought.current = undefined;
      if (index === undefined) return;
      focused.current = keys[index];
      place.current = index;
      setChosen(keys[index]);
    },
    onFocusOut({ target: left, relatedTarget }) {
      if (relatedTarget !== null) {
        focused.current = undefined;
        return;
      }
      // Gone with its row, or left for nothing in particular? Known only after this.
      queueMicrotask(() => {
        if (left instanceof Node && left.isConnected) focused.current = undefined;
      });
    },
  };
}

/** Where the chosen row is now: others come and go around it. */
function placeOf(chosen: string | undefined, keys: readonly string[], last: number): number {
  const found = keys[last] === chosen || chosen === undefined ? -1 : keys.indexOf(chosen);
  return found >= 0 ? found : Math.max(0, Math.min(last, keys.length - 1));
}

function rowOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset['index']);
}
