import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import type { PageNotices } from '@/components/feedback/Notices';
import { useFailure } from '@/components/feedback/use-failure';
import { exportFileName, type ExportFormat } from '@/lib/export/format';
import type { LibraryContext } from '@/lib/library/context';
import { exportRecords } from '@/lib/library/queries';
import type { PaperId } from '@/lib/papers/paper-id';
import { download } from '@/lib/shared/download';
import { useLibrary } from '../page-context';
import { useToast } from './use-toast';

export interface ExportScope {
  /** In the file's order. */
  ids(): Promise<readonly PaperId[]>;
  /** Whole library: a backup then includes trash and sightings. */
  whole: boolean;
}

/** The formats are undefined while loading. */
export interface Exporting {
  formats: readonly ExportFormat[] | undefined;
  exportPapers(formatId: string, scope: ExportScope): void;
  toast: string | undefined;
  failure: PageNotices['failure'];
}

/** Provides a page's exports. */
export function useExport(): Exporting {
  const library = useLibrary();
  const [formats, setFormats] = useState<readonly ExportFormat[]>();
  const [toast, setToast] = useToast();
  const { failure, fail, attempt } = useFailure();
  useEffect(() => {
    // Not needed before the first paint.
    import('@/lib/export/registry').then(
      ({ EXPORT_FORMATS }) => setFormats(EXPORT_FORMATS),
      (error: unknown) => fail(error, () => location.reload()),
    );
  }, [fail]);

  const exportPapers = (formatId: string, scope: ExportScope): void => {
    const format = formats?.find(({ id }) => id === formatId);
    if (format === undefined) return;
    attempt(async () => {
      setToast(undefined);
      setToast(await exportTo(library, format, scope));
    }, formatId);
  };
  return {
    formats,
    exportPapers,
    toast,
    failure,
  };
}

/** @returns the result message */
async function exportTo(
  library: LibraryContext,
  format: ExportFormat,
  { ids, whole }: ExportScope,
): Promise<string> {
  if (whole && format.isBackup) return backUp(library, format);
  const records = await exportRecords(library.db, await ids());
  if (records.length === 0) return i18n.t('export.nothing');
  const exportedAt = library.now();
  download(exportFileName(format, exportedAt), format.mime, format.write(records, exportedAt));
  return doneMessage(records.length, format);
}

async function backUp(library: LibraryContext, format: ExportFormat): Promise<string> {
  const [{ writeBackupFile }, { recordManualBackup }] = await Promise.all([
    import('@/lib/backups/write-backup-file'),
    import('@/lib/backups/by-hand'),
  ]);
  const { file, backup } = await writeBackupFile(library);
  const fileName = exportFileName(format, backup.at);
  download(fileName, file.type, file);
  await recordManualBackup(library, { ...backup, fileName });
  return doneMessage(backup.papers, format);
}

function doneMessage(papers: number, { label }: ExportFormat): string {
  return i18n.t('export.done', papers, [fullCount(papers), label]);
}
