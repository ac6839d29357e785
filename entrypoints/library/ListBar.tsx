import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { fullCount } from '@/components/paper-words';

interface Props {
  /** Undefined while they are being counted. */
  shown: number | undefined;
  selected: number;
  searching: boolean;
  underWay: boolean;
  onSelectAll(): void;
  onClear(): void;
  exportMenu: ComponentChildren;
}

/** How many papers there are, and what can be done with many at once. */
export function ListBar(props: Props) {
  const { shown, selected, searching, underWay, onSelectAll, onClear, exportMenu } = props;
  return (
    <div class="bar">
      <span class="bar-count" role="status">
        {words(shown, selected, searching, underWay)}
      </span>
      {shown !== undefined && shown > 0 && (
        <button type="button" class="ps-text-button" onClick={onSelectAll}>
          {i18n.t('library.selectAll')}
        </button>
      )}
      {selected > 0 && (
        <button type="button" class="ps-text-button" onClick={onClear}>
          {i18n.t('library.clearSelection')}
        </button>
      )}
      <span class="bar-space" />
      {exportMenu}
    </div>
  );
}

function words(
  shown: number | undefined,
  selected: number,
  searching: boolean,
  underWay: boolean,
): string {
  if (selected > 0) return i18n.t('library.selected', selected, [fullCount(selected)]);
  if (shown === undefined) return '';
  if (!searching) return i18n.t('library.papers', shown, [fullCount(shown)]);
  if (shown === 0 && underWay) return i18n.t('search.searching');
  return i18n.t('search.found', shown, [fullCount(shown)]);
}
