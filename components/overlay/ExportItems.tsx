import type { ExportChoice } from '@/lib/export/format';

interface Props {
  choices: readonly ExportChoice[];
  /** @param id `ExportChoice.id` */
  onExport(id: string): void;
}

/** A menu's export formats. */
export function ExportItems({ choices, onExport }: Props) {
  return choices.map(({ id, label }) => (
    <button
      key={id}
      type="button"
      role="menuitem"
      class="ps-menu-item"
      tabIndex={-1}
      onClick={() => onExport(id)}
    >
      {label}
    </button>
  ));
}
