import * as v from 'valibot';
import { count, text } from '@/lib/papers/schemas';
import { WRITTEN_BACKUP, type WrittenBackup } from './backup-file';
import { storedValue, withFormerKeys } from './stored-value';

/** A backup of the whole library in a file outside the browser. */
export interface BackupFile extends WrittenBackup {
  /** Where it was put: the whole path when the browser told it, else the name alone. */
  fileName: string;
  /** The browser's number for it, when it was saved by the downloads API. */
  downloadId?: number;
  /** Whether it was made by itself; only such copies are removed by themselves. */
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

/** The copies made from here, newest first. Change them by `changeBackupFiles`. */
export const backupFiles = storedValue<readonly BackupFile[]>(
  'copies',
  // A broken one costs that one.
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

/** Changes the list, one part of the extension at a time. */
export async function changeBackupFiles(
  change: (former: readonly BackupFile[]) => readonly BackupFile[],
): Promise<void> {
  await backupFiles.change((former) => change(former).toSorted((a, b) => b.at - a.at));
}
