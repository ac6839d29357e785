import type { Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { listStep } from '@/lib/keyboard/list-keys';
import { useFocusRestore } from '../hooks/use-focus-restore';
import { useVirtualRows } from './use-virtual-rows';
import { useLatest } from '../hooks/use-latest';

interface Options {
  /** Unique, in order. */
  keys: readonly string[];
  /** Estimated height, px. */
  estimate: number;
  /** Selector of a row's focus target; `data-index` is its index. */
  target: string;
  /** A row to keep rendered without focus. */
  keep?: string | undefined;
}

export interface RovingRows {
  scroller: RefObject<HTMLDivElement | null>;
  list: RefObject<HTMLUListElement | null>;
  virtual: Virtualizer<HTMLDivElement, HTMLElement>;
  /** Index of the only tabbable row. */
  current: number;
  /** Index of an event target's row. */
  rowOf(target: EventTarget | null): number | undefined;
  /** Focuses a row, now or once rendered. */
  seek(key: string): void;
  /** Scrolls to a row and makes it current, unfocused. */
  show(key: string): void;
  /** Returns whether the key moved. */
  onKeyDown(event: KeyboardEvent): boolean;
  onFocusIn(event: FocusEvent): void;
  onFocusOut(event: FocusEvent): void;
}

/**
 * Roving tabindex for a virtual list; arrow keys, j, k, Home and End move. A removed row passes the
 * focus to its successor.
 */
export function useRovingRows({ keys, estimate, target, keep }: Options): RovingRows {
  const [chosen, setChosen] = useState<string>();
  /** The chosen row's last index, for its removal. */
  const place = useRef(0);
  const current = useMemo(() => placeOf(chosen, keys, place.current), [chosen, keys]);
  place.current = current;
  const list = useRef<HTMLUListElement>(null);
  /** To focus, perhaps after scrolling. */
  const sought = useRef<string>(undefined);
  /** The focused row, kept after its removal. */
  const focused = useRef<string>(undefined);
  const keyOf = useCallback((index: number) => keys[index] ?? String(index), [keys]);
  const kept = keep === undefined ? -1 : keys.indexOf(keep);
  const { scroller, virtual } = useVirtualRows({
    count: keys.length,
    estimate,
    keyOf,
    keep: kept < 0 ? current : kept,
  });
  // The list unmounts with its last row.
  useFocusRestore(scroller);

  const latest = useLatest(keys);

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
      // The focus moved elsewhere.
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
      // A removal is known only in a microtask.
      queueMicrotask(() => {
        if (left instanceof Node && left.isConnected) focused.current = undefined;
      });
    },
  };
}

/** The chosen row's index; after its removal, its successor's. */
function placeOf(chosen: string | undefined, keys: readonly string[], last: number): number {
  const found = keys[last] === chosen || chosen === undefined ? -1 : keys.indexOf(chosen);
  return found >= 0 ? found : Math.max(0, Math.min(last, keys.length - 1));
}

function rowOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset['index']);
}
