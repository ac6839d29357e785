import type { ComponentChildren } from 'preact';
import { fullCount } from '@/components/format/format-count';

interface Props {
  chosen: boolean;
  count: number;
  /** From 0. */
  level?: number;
  onClick(): void;
  /** Expands child rows. */
  opener?: ComponentChildren;
  children: ComponentChildren;
}

/** A facet value and count; pressed while the query includes it. */
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
