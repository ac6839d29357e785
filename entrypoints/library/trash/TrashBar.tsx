import '../bar.css';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { FocusRestore } from '@/components/feedback/FocusRestore';

interface Props {
  count: number;
  selected: number;
  onSelectAll(): void;
  onClear(): void;
  onRestore(): void;
  onDelete(): void;
}

export function TrashBar(props: Props) {
  return props.selected === 0 ? <WholeBar {...props} /> : <SelectionBar {...props} />;
}

function WholeBar({ count, onSelectAll }: Props) {
  return (
    <FocusRestore class="bar">
      <span class="bar-count" role="status">
        {i18n.t('papers', count, [fullCount(count)])}
      </span>
      <button type="button" class="ps-text-button" onClick={onSelectAll}>
        {i18n.t('library.selectAll')}
      </button>
    </FocusRestore>
  );
}

function SelectionBar({ count, selected, ...on }: Props) {
  return (
    <FocusRestore class="bar bar-bulk" role="group" aria-label={i18n.t('bulk.label')}>
      <span class="bar-count" role="status">
        {i18n.t('library.selected', selected, [fullCount(selected)])}
      </span>
      {selected < count && (
        <button type="button" class="ps-text-button" onClick={on.onSelectAll}>
          {i18n.t('library.selectAllOf', [fullCount(count)])}
        </button>
      )}
      <button type="button" class="ps-text-button" onClick={on.onClear}>
        {i18n.t('library.clearSelection')}
      </button>
      <span class="bar-space" />
      <span class="trash-choice">
        <button type="button" class="ps-button" onClick={on.onRestore}>
          {i18n.t('trash.restore')}
        </button>
        <button type="button" class="ps-button ps-button-danger" onClick={on.onDelete}>
          {i18n.t('trash.deleteForever')}
        </button>
      </span>
    </FocusRestore>
  );
}
