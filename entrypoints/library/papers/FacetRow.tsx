import type { ComponentChildren } from 'preact';
import { fullCount } from '@/components/format/format-count';

interface Props {
  chosen: boolean;
  count: number;
  /** How deep it lies in a tree, from 0. */
  level?: number;
  onClick(): void;
  /** What stands before the row's name: what opens its children. */
  opener?: ComponentChildren;
  children: ComponentChildren;
}

/** One value of a facet with its number of papers; pressed while the query asks for it. */
export function FacetRow({ chosen, count, level = 0, onClick, opener, children }: Props) {
  return (
    <div class="facet-item" style={{ paddingInlineStart: `${level * 14}px` }}>
      {opener}
      <button type="button" class="facet-row" aria-pressed={chosen} onClick={onClick}>
        <span class="facet-name">{children}</span>
        <span class="facet-count">{fullCount(count)}</span>
      </button>
    </div>
  );
}
