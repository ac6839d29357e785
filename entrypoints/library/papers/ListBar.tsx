import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Sort } from '@/lib/query/query';
import { fullCount } from '@/components/format/format-count';
import { SortMenu } from './SortMenu';

interface Props {
  /** How many papers are listed; undefined while they are being counted. */
  shown: number | undefined;
  /** Whether a query narrows the list. */
  searching: boolean;
  /** Papers that the search index has not taken in yet. */
  left: number;
  sort: Sort;
  ranked: boolean;
  onSort(sort: Sort): void;
  compact: boolean;
  onCompact(compact: boolean): void;
  /** Papers that are selected but not listed now. */
  hidden: number;
  onSelectAll(): void;
  onClear(): void;
  exportMenu: ComponentChildren;
}

/** How many papers there are, in which order they stand, and what can be done with all of them. */
export function ListBar(props: Props) {
  const { shown, searching, left, sort, ranked, onSort, compact, onCompact, onSelectAll } = props;
  return (
    <div class="bar">
      <span class="bar-count" role="status">
        {shown !== undefined &&
          (searching
            ? i18n.t('search.found', shown, [fullCount(shown)])
            : i18n.t('papers', shown, [fullCount(shown)]))}
        {left > 0 && (
          <span class="bar-left"> {i18n.t('library.indexing', left, [fullCount(left)])}</span>
        )}
      </span>
      {shown !== undefined && shown > 0 && (
        <button type="button" class="ps-text-button" onClick={onSelectAll}>
          {i18n.t('library.selectAll')}
        </button>
      )}
      {props.hidden > 0 && (
        <button type="button" class="ps-text-button" onClick={props.onClear}>
          {i18n.t('bulk.clearHidden', props.hidden, [fullCount(props.hidden)])}
        </button>
      )}
      <span class="bar-space" />
      <button
        type="button"
        class="ps-text-button"
        aria-pressed={compact}
        onClick={() => onCompact(!compact)}
      >
        {i18n.t('library.compact')}
      </button>
      <SortMenu sort={sort} ranked={ranked} onSort={onSort} />
      {props.exportMenu}
    </div>
  );
}
