import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { ExportMenu } from '@/components/overlay/ExportMenu';
import { DamagedData } from '@/components/paper/DamagedData';
import { PaperDetail, type FieldWanted, type PaperActions } from '@/components/paper/PaperDetail';
import { UnknownPaper } from '@/components/paper/UnknownPaper';
import { paperOverTime } from '@/lib/library/history/paper-over-time';
import { paperRows } from '@/lib/library/queries';
import type { PaperId } from '@/lib/papers/paper-id';
import { linksOf } from '@/lib/sites/links';
import type { Exporting } from './actions/use-export';
import { useLiveQuery } from './library/use-live-query';
import { usePage } from './page-context';
import { useRemoveDamaged } from './actions/use-remove-damaged';

interface Props {
  paperId: PaperId;
  actions: PaperActions;
  takesFocus: boolean;
  wanted?: FieldWanted | undefined;
  onBack(): void;
  /** If undefined, there is no Export menu. */
  exporting: Exporting | undefined;
  notices: ComponentChildren;
}

/** A paper's details, updated live. */
export function OpenPaper({ paperId, exporting, ...detail }: Props) {
  const { library } = usePage();
  const removeDamaged = useRemoveDamaged();
  const { db } = library;
  const rows = useLiveQuery(async () => paperRows(db, [paperId]), [db, paperId]);
  const overTime = useLiveQuery(async () => paperOverTime(library, paperId), [library, paperId]);
  if (rows === undefined || overTime === undefined) return <article class="detail" />;
  const [row] = rows;
  if (row === undefined) return <UnknownPaper onBack={detail.onBack} />;
  const exportMenu = exporting && (
    <ExportMenu
      choices={exporting.formats}
      scope={i18n.t('export.thisPaper')}
      onExport={(format) =>
        exporting.exportPapers(format, { ids: async () => [paperId], whole: false })
      }
    />
  );
  return (
    <PaperDetail
      paper={row.paper}
      entry={row.entry}
      damaged={
        row.damaged && <DamagedData rows={row.damaged} onRemove={() => removeDamaged(paperId)} />
      }
      {...overTime}
      {...detail}
      links={linksOf(row.paper)}
      exportMenu={exportMenu}
    />
  );
}
