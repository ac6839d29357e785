import { writeBackupFile } from '@/lib/backups/write-backup-file';
import { PapershelfDatabase } from '@/lib/db/database';
import { sendMessage } from '@/lib/messaging/client';
import { asFailure } from '@/lib/shared/failure';

// Chromium's offscreen document: writes the backup file, has the background save it, and closes.
// Survives background restarts.
try {
  const { file, backup } = await writeBackupFile({ db: new PapershelfDatabase(), now: Date.now });
  await sendMessage('backups.keep', { url: URL.createObjectURL(file), backup });
} catch (error) {
  await sendMessage('backups.failed', { code: asFailure(error).code });
} finally {
  close();
}
