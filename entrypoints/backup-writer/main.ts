import { writeCopy } from '@/lib/backups/write-backup-file';
import { PapershelfDatabase } from '@/lib/db/database';
import { ask } from '@/lib/messaging/client';
import { asFailure } from '@/lib/shared/failure';

// Chromium's offscreen document, seen by nobody: makes the file of a copy, has the background save
// it, and closes. It is there until then, however often the background dies meanwhile.
try {
  const { file, copy } = await writeCopy({ db: new PapershelfDatabase(), now: Date.now });
  await ask('copies.keep', { url: URL.createObjectURL(file), copy });
} catch (error) {
  await ask('copies.failed', { code: asFailure(error).code });
} finally {
  close();
}
