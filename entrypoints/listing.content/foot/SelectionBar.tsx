import { i18n } from '#i18n';
import type { ExportChoice } from '@/lib/export/format';
import type { BulkCardChange } from '@/lib/library/entries/bulk-card-changes';
import { STATUSES } from '@/lib/papers/entry';
import { StatusDot } from '@/components/fields/StatusDot';
import { statusLabel } from '@/components/format/status-labels';
import { TagInput } from '@/components/fields/TagInput';
import { ExportMenu } from '@/components/overlay/ExportMenu';
import { Menu } from '@/components/overlay/Menu';

export interface SelectionBarProps {
  selected: number;
  exportChoices: readonly ExportChoice[];
  suggestTags: (text: string, taken: readonly string[]) => Promise<readonly string[]>;
  onSelectNew: () => void;
  onSelectShown: () => void;
  onChange: (change: BulkCardChange) => void;
  /** @param format `ExportChoice.id` */
  onExport: (format: string) => void;
  onClear: () => void;
}

/** Bulk actions for the selected papers. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, suggestTags, onChange } = props;
  const disabled = selected === 0;
  const command = (label: string, onClick: () => void) => (
    <button type="button" class="ps-button" disabled={disabled} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <div class="ps-selection" role="group" aria-label={i18n.t('bulk.label')}>
      <strong role="status">{i18n.t('library.selected', selected, [selected])}</strong>
      <button type="button" class="ps-text-button" onClick={props.onSelectNew}>
        {i18n.t('selection.allNew')}
      </button>
      <button type="button" class="ps-text-button" onClick={props.onSelectShown}>
        {i18n.t('selection.allShown')}
      </button>
      {command(i18n.t('selection.save'), () => onChange({ kind: 'save' }))}
      <Menu label={i18n.t('selection.tag')} disabled={disabled}>
        {(close) => (
          <TagInput
            tags={[]}
            suggest={suggestTags}
            onAdd={async (tag) => {
              close();
              onChange({ kind: 'add-tag', tag });
              return false;
            }}
            onRemove={async () => false}
            dropsLeftover
          />
        )}
      </Menu>
      <Menu label={i18n.t('status.label')} disabled={disabled}>
        {(close) =>
          STATUSES.map((status) => (
            <button
              key={status}
              type="button"
              class="ps-menu-item"
              onClick={() => {
                close();
                onChange({ kind: 'status', status });
              }}
            >
              <StatusDot status={status} />
              {statusLabel(status)}
            </button>
          ))
        }
      </Menu>
      {command(i18n.t('selection.dismiss'), () => onChange({ kind: 'dismiss' }))}
      <ExportMenu choices={props.exportChoices} disabled={disabled} onExport={props.onExport} />
      <button type="button" class="ps-text-button" onClick={props.onClear}>
        {i18n.t('selection.clear')}
      </button>
    </div>
  );
}
