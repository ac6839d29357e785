import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { ExportMenu } from '@/components/overlay/ExportMenu';
import type { Exporting } from '@/lib/pages/actions/use-export';
import type { PaperId } from '@/lib/papers/paper-id';

interface Props {
  exporting: Exporting;
  selected: readonly PaperId[];
  /** Undefined without a query. */
  found: number | undefined;
  /** The query matches the whole library. */
  whole: boolean;
  /** All matches; undefined if indexing was cancelled or failed. */
  allFound(): Promise<readonly PaperId[] | undefined>;
}

/** Exports the selected, else found, else all papers. */
export function FoundExport({ exporting, selected, found, whole, allFound }: Props) {
  return (
    <ExportMenu
      choices={exporting.formats}
      scope={scopeLabel(selected.length, found)}
      onExport={(format) =>
        exporting.exportPapers(format, {
          ids: async () => (selected.length > 0 ? selected : ((await allFound()) ?? [])),
          whole: selected.length === 0 && whole,
        })
      }
    />
  );
}

function scopeLabel(selected: number, found: number | undefined): string {
  if (selected > 0) return i18n.t('export.selected', selected, [fullCount(selected)]);
  if (found !== undefined) return i18n.t('export.found', found, [fullCount(found)]);
  return i18n.t('export.library');
}
