import * as v from 'valibot';
import { count, text } from '@/lib/papers/schemas';
import { WRITTEN_BACKUP, type WrittenBackup } from './backup-file';
import { storedValue, withFormerKeys } from './stored-value';

/** A full backup in a file outside the browser. */
export interface BackupFile extends WrittenBackup {
  /** The full path if reported by the browser, else the name. */
  fileName: string;
  /** Set if the downloads API saved it. */
  downloadId?: number;
  /** Only automatic backups are removed automatically. */
  automatic: boolean;
}

const backupFileForm = withFormerKeys<BackupFile>(
  v.object({
    ...WRITTEN_BACKUP,
    fileName: text,
    downloadId: v.exactOptional(count),
    automatic: v.boolean(),
  }),
  // Until 0.1.0.
  { standing: 'fingerprint' },
);

/** Backups, newest first. Change them with `changeBackupFiles`. */
export const backupFiles = storedValue<readonly BackupFile[]>(
  'copies',
  // Drops only invalid items.
  v.pipe(
    v.array(v.unknown()),
    v.transform((stored) =>
      stored.flatMap((backup) => {
        const parsed = v.safeParse(backupFileForm, backup);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  ),
  [],
);

/** Changes and sorts the list, under a lock. */
export async function changeBackupFiles(
  change: (former: readonly BackupFile[]) => readonly BackupFile[],
): Promise<void> {
  await backupFiles.change((former) => change(former).toSorted((a, b) => b.at - a.at));
}
