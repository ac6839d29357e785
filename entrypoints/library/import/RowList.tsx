import type { ComponentChildren } from 'preact';
import { RovingList } from '@/components/list/RovingList';
import { useRovingRows } from '@/components/list/use-roving-rows';

interface Props {
  label: string;
  /** Unique, in display order. */
  keys: readonly string[];
  /** Height before measuring, px. */
  estimate: number;
  onKey(key: string, index: number): void;
  /** Only the `current` row's controls are tabbable. */
  children(index: number, isCurrent: boolean): ComponentChildren;
}

/** A virtual list; arrow keys, j and k move between buttons that open rows. */
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
