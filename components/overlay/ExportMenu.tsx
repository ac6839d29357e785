import { i18n } from '#i18n';
import type { ExportChoice } from '@/lib/export/format';
import { ExportItems } from './ExportItems';
import { Menu } from './Menu';

interface Props {
  /** Undefined while loading. */
  choices: readonly ExportChoice[] | undefined;
  /** `3 selected papers`. */
  scope?: string;
  disabled?: boolean;
  /** @param id `ExportChoice.id` */
  onExport(id: string): void;
}

export function ExportMenu({ choices, disabled = false, onExport, ...menu }: Props) {
  return (
    <Menu
      label={i18n.t('export.label')}
      role="menu"
      {...menu}
      disabled={disabled || choices === undefined}
    >
      {(close) =>
        choices && (
          <ExportItems
            choices={choices}
            onExport={(id) => {
              close();
              onExport(id);
            }}
          />
        )
      }
    </Menu>
  );
}
