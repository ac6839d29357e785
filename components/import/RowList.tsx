import type { ComponentChildren } from 'preact';
import { useRovingRows } from '../use-roving-rows';

interface Props {
  label: string;
  /** What tells the rows apart, in their order. */
  keys: readonly string[];
  /** A row's height before it is measured, px. */
  estimate: number;
  /** A key that does not move was pressed in a row. */
  onKey(key: string, index: number): void;
  /** A row's content; what in it can be used is a tab stop in the row that is `current` only. */
  children(index: number, isCurrent: boolean): ComponentChildren;
}

/** Rows of any number, each with a button that opens it. Arrow keys, j and k move between these. */
export function RowList({ label, keys, estimate, onKey, children }: Props) {
  const { scroller, list, virtual, current, ...roving } = useRovingRows({
    keys,
    estimate,
    target: '[aria-expanded]',
  });
  return (
    <div ref={scroller} class="import-list">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are its buttons' */}
      <ul
        ref={list}
        class="import-rows"
        aria-label={label}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onFocusIn={roving.onFocusIn}
        onFocusOut={roving.onFocusOut}
        onKeyDown={(event) => {
          if (roving.onKeyDown(event) || event.ctrlKey || event.metaKey || event.altKey) return;
          const at = roving.rowOf(event.target);
          if (at !== undefined) onKey(event.key, at);
        }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            class="import-row"
            aria-setsize={keys.length}
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
