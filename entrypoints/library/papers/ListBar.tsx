import '../bar.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Sort } from '@/lib/query/query';
import { fullCount } from '@/components/format/format-count';
import { SortMenu } from './SortMenu';

interface Props {
  /** Undefined while counting. */
  shown: number | undefined;
  searching: boolean;
  /** Not indexed yet. */
  left: number;
  sort: Sort;
  ranked: boolean;
  onSort(sort: Sort): void;
  compact: boolean;
  onCompact(compact: boolean): void;
  /** Selected but unlisted papers. */
  hidden: number;
  onSelectAll(): void;
  /** Set while only an import's papers are listed. */
  onShowAll: (() => void) | undefined;
  onClear(): void;
  exportMenu: ComponentChildren;
}

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
      {props.onShowAll && (
        <>
          <span>{i18n.t('library.onlyImported')}</span>
          <button type="button" class="ps-text-button" onClick={props.onShowAll}>
            {i18n.t('library.showAll')}
          </button>
        </>
      )}
      {shown !== undefined && shown > 0 && (
        <button type="button" class="ps-text-button" onClick={onSelectAll}>
          {i18n.t('library.selectAll')}
        </button>
      )}
      {props.hidden > 0 && (
        <button type="button" class="ps-text-button" onClick={props.onClear}>
          {i18n.t('bulk.deselectHidden', props.hidden, [fullCount(props.hidden)])}
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
