import type { ComponentChildren, CSSProperties } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { isShortcut, keysPressed } from '@/lib/keyboard/keys-pressed';
import { isInField } from '@/lib/keyboard/where-pressed';
import type { RovingRows } from './use-roving-rows';

/** How rows are selected. */
export interface RowSelection<Key> {
  isSelected(key: Key): boolean;
  /** @param range whether it reaches from the last one selected to this */
  onSelect(index: number, selected: boolean, range: boolean): void;
}

interface RowProps {
  class: string;
  style?: CSSProperties;
  'aria-level'?: number;
}

interface Props<Key extends string> {
  roving: RovingRows;
  /** Those of `roving`. */
  keys: readonly Key[];
  label: string;
  /** Of what scrolls. */
  class: string;
  /** What x does, and with Shift for all from the last one selected. */
  selection?: RowSelection<Key>;
  /** A key was pressed in a row, alone or with Shift. If it moves or selects, that is done. */
  onKey(event: KeyboardEvent, index: number, key: Key): void;
  /** The rows from `start` to `end` (exclusive) are in view, or near it. */
  onRange?(start: number, end: number): void;
  rowProps(index: number, key: Key): RowProps;
  /** A row's content; what in it can be used is a tab stop in the row that is `current` only. */
  children(index: number, isCurrent: boolean, key: Key): ComponentChildren;
}

/** A list of any length, drawn where it is in view (see `useRovingRows`). */
export function RovingList<Key extends string>(props: Props<Key>) {
  const { roving, keys, selection, onKey, onRange, rowProps, children } = props;
  const { scroller, list, virtual, current } = roving;
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- told when the range changes, not its hearer
  useLayoutEffect(() => onRange?.(first, last + 1), [first, last, keys]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isShortcut(event) || isInField(event)) return;
    const index = roving.rowOf(event.target);
    const key = index === undefined ? undefined : keys[index];
    const moved = roving.onKeyDown(event);
    // Held down, a key goes on from row to row; all else is meant once.
    if (index === undefined || key === undefined || (event.repeat && !moved)) return;
    const x = keysPressed(event).find((pressed) => pressed.toLowerCase() === 'x');
    if (selection && x !== undefined) {
      selection.onSelect(index, !selection.isSelected(key), x === 'X');
    }
    onKey(event, index, key);
  };

  return (
    <div ref={scroller} class={props.class}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are what its rows hold */}
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
              {children(index, index === current, key)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
