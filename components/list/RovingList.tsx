import './list.css';
import type { ComponentChildren, CSSProperties } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { isComposing, isShortcut, keysPressed } from '@/lib/keyboard/keys-pressed';
import { isPaperId } from '@/lib/papers/paper-id';
import { isInField } from '@/lib/keyboard/where-pressed';
import { paperHash } from '../format/paper-address';
import { RowBoundary } from './RowBoundary';
import type { RovingRows } from './use-roving-rows';

export interface RowSelection<Key> {
  isSelected(key: Key): boolean;
  /** @param range extends from the last selected row */
  onSelect(index: number, selected: boolean, range: boolean): void;
}

interface RowProps {
  class: string;
  style?: CSSProperties;
  'aria-level'?: number;
}

interface Props<Key extends string> {
  roving: RovingRows;
  /** As in `useRovingRows`. */
  keys: readonly Key[];
  label: string;
  /** For the scroll container. */
  class: string;
  /** For x and Shift+x (range). */
  selection?: RowSelection<Key>;
  /** For a key, alone or with Shift, after moving and selecting. */
  onKey(event: KeyboardEvent, index: number, key: Key): void;
  /** Rows in view, `end` exclusive. */
  onRange?(start: number, end: number): void;
  rowProps(index: number, key: Key): RowProps;
  /** A row's content; only the current row's controls are tabbable. */
  children(index: number, isCurrent: boolean, key: Key): ComponentChildren;
}

/** A virtual list with keyboard navigation (`useRovingRows`). */
export function RovingList<Key extends string>(props: Props<Key>) {
  const { roving, keys, selection, onKey, onRange, rowProps, children } = props;
  const { scroller, list, virtual, current } = roving;
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- when the range changes, not the callback
  useLayoutEffect(() => onRange?.(first, last + 1), [first, last, keys]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isShortcut(event) || isComposing(event) || isInField(event)) return;
    const index = roving.rowOf(event.target);
    const key = index === undefined ? undefined : keys[index];
    const moved = roving.onKeyDown(event);
    // Only moves repeat.
    if (index === undefined || key === undefined || (event.repeat && !moved)) return;
    const x = keysPressed(event).find((pressed) => pressed.toLowerCase() === 'x');
    if (selection && x !== undefined) {
      selection.onSelect(index, !selection.isSelected(key), x === 'X');
    }
    onKey(event, index, key);
  };

  return (
    <div ref={scroller} class={props.class}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble from the rows */}
      <ul
        ref={list}
        class="virtual"
        aria-label={props.label}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={roving.onFocusIn}
        onFocusOut={roving.onFocusOut}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const key = keys[index];
          if (key === undefined) return null;
          const { style, ...row } = rowProps(index, key);
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={keys.length}
              aria-posinset={index + 1}
              style={{ ...style, transform: `translateY(${start}px)` }}
              {...row}
            >
              <RowBoundary name={key} href={isPaperId(key) ? paperHash(key) : undefined}>
                {children(index, index === current, key)}
              </RowBoundary>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
