import type { LibraryContext } from '@/lib/library/context';
import { backupFileName } from '@/lib/library/export/write-backup';
import { keepBackup, recordBackupFile } from './keep-backup';
import { withLock } from '@/lib/shared/lock';
import { BACKUP_LOCK } from './keep-backup';
import { maySaveFiles } from './permission';
import { libraryFingerprint } from './library-fingerprint';
import { writeBackupFile } from './write-backup-file';
import type { BackupFile } from '@/lib/settings/backup-files';

/**
 * @param download downloads a file; used without the permission
 * @throws Failure when it could not be made
 */
export function makeBackupByHand(
  library: LibraryContext,
  download: (name: string, file: Blob) => void,
): Promise<void> {
  return withLock(BACKUP_LOCK, async () => {
    const { file, backup } = await writeBackupFile(library);
    if (!(await maySaveFiles())) {
      const fileName = backupFileName(backup.at);
      download(fileName, file);
      return recordBackupFile({ ...backup, fileName, automatic: false });
    }
    const url = URL.createObjectURL(file);
    return keepBackup(url, backup, false).finally(() => URL.revokeObjectURL(url));
  });
}

/** Records a backup made elsewhere, as by a full export, so that no reminder follows. */
export async function recordManualBackup(
  library: LibraryContext,
  backup: Pick<BackupFile, 'at' | 'fileName' | 'bytes' | 'papers'>,
): Promise<void> {
  await recordBackupFile({
    ...backup,
    automatic: false,
    fingerprint: await libraryFingerprint(library),
  });
}
