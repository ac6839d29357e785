import { i18n } from '#i18n';
import type { PageChange } from '@/lib/content-script/listing/listing-state';
import type { BulkMenu } from '@/lib/messaging/frame';
import { ChevronIcon } from '@/components/icons';

export interface SelectionBarProps {
  selected: number;
  openMenu: BulkMenu | undefined;
  onSelectNew: () => void;
  onSelectShown: () => void;
  onChange: (change: PageChange) => void;
  onMenu: (menu: BulkMenu, button: HTMLElement, byKey: boolean) => void;
  onClear: () => void;
}

/** Bulk actions for selected papers. Menus open in a frame. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, openMenu, onChange } = props;
  const disabled = selected === 0;
  const command = (label: string, onClick: () => void) => (
    <button type="button" class="ps-button" disabled={disabled} onClick={onClick}>
      {label}
    </button>
  );
  const menu = (name: BulkMenu, label: string) => (
    <button
      type="button"
      class="ps-button ps-menu-button"
      aria-haspopup={name === 'export' ? 'menu' : 'dialog'}
      aria-expanded={openMenu === name}
      disabled={disabled}
      onClick={(event) => props.onMenu(name, event.currentTarget, event.detail === 0)}
    >
      {label}
      <ChevronIcon />
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
      {menu('tag', i18n.t('selection.tag'))}
      {menu('status', i18n.t('status.label'))}
      {command(i18n.t('selection.dismiss'), () => onChange({ kind: 'dismiss' }))}
      {menu('export', i18n.t('export.label'))}
      <button type="button" class="ps-text-button" onClick={props.onClear}>
        {i18n.t('selection.clear')}
      </button>
    </div>
  );
}
