import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { listStep } from '../list-keys';
import { useVirtualRows } from '../use-virtual-rows';

interface Props {
  label: string;
  count: number;
  keyOf(index: number): string;
  /** A row's height before it is measured, px. */
  estimate: number;
  /** A key that does not move was pressed in a row. */
  onKey(key: string, index: number): void;
  /** A row's content; what in it can be used is a tab stop in the row that is `current` only. */
  children(index: number, isCurrent: boolean): ComponentChildren;
}

/** Rows of any number, each with a button that opens it. Arrow keys, j and k move between these. */
export function RowList({ label, count, keyOf, estimate, onKey, children }: Props) {
  const [current, setCurrent] = useState(0);
  /** Where the keys moved to while the focus has not followed: they come faster than drawing. */
  const movingTo = useRef<number>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const { scroller, virtual } = useVirtualRows({ count, estimate, keyOf, keep: current });
  const items = virtual.getVirtualItems();
  // The row moved to may be drawn only after the scrolling.
  useLayoutEffect(() => {
    if (movingTo.current !== current) return;
    const row = list.current?.querySelector(`[data-index="${current}"]`);
    row?.querySelector<HTMLElement>('[aria-expanded]')?.focus({ preventScroll: true });
  }, [current, items]);
  return (
    <div ref={scroller} class="import-list">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are its buttons' */}
      <ul
        ref={list}
        class="import-rows"
        aria-label={label}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onFocusIn={({ target }) => {
          movingTo.current = undefined;
          setCurrent(rowIndex(target) ?? current);
        }}
        onKeyDown={(event) => {
          const at = movingTo.current ?? rowIndex(event.target);
          if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          const step = listStep(event);
          if (step === undefined) {
            onKey(event.key, at);
            return;
          }
          event.preventDefault();
          const next = Math.min(Math.max(at + step, 0), count - 1);
          movingTo.current = next;
          setCurrent(next);
          virtual.scrollToIndex(next, { align: 'auto' });
        }}
      >
        {items.map(({ index, start, key }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            class="import-row"
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index, index === current)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function rowIndex(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset['index']);
}
