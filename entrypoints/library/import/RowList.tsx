import type { ComponentChildren } from 'preact';
import { RovingList } from '@/components/list/RovingList';
import { useRovingRows } from '@/components/list/use-roving-rows';

interface Props {
  label: string;
  /** What tells the rows apart, in their order. */
  keys: readonly string[];
  /** A row's height before it is measured, px. */
  estimate: number;
  /** A key was pressed in a row. */
  onKey(key: string, index: number): void;
  /** A row's content; what in it can be used is a tab stop in the row that is `current` only. */
  children(index: number, isCurrent: boolean): ComponentChildren;
}

/** Rows of any number, each with a button that opens it. Arrow keys, j and k move between these. */
export function RowList({ label, keys, estimate, onKey, children }: Props) {
  const roving = useRovingRows({ keys, estimate, target: '[aria-expanded]' });
  return (
    <RovingList
      roving={roving}
      keys={keys}
      label={label}
      class="list import-list"
      onKey={({ key }, index) => onKey(key, index)}
      rowProps={() => ({ class: 'import-row' })}
    >
      {children}
    </RovingList>
  );
}
