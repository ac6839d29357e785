import type { LibraryContext } from '@/lib/library/context';
import { countPapers } from '@/lib/library/queries';
import { backupChunks } from '@/lib/library/export/write-backup';
import { withFailures } from '@/lib/db/to-failure';
import type { WrittenBackup } from '@/lib/settings/backup-file';
import { libraryFingerprint } from './library-fingerprint';

/** Buffer size, UTF-16 units; the browser may keep parts on disk. */
const PART = 1 << 20;

/**
 * Writes the library as a backup.
 * @throws Failure when the database cannot be read
 */
export function writeBackupFile({
  db,
  now,
}: Pick<LibraryContext, 'db' | 'now'>): Promise<{ file: Blob; backup: WrittenBackup }> {
  return withFailures(async () => {
    const at = now();
    // First: later changes count for the next backup.
    const fingerprint = await libraryFingerprint({ db, now: () => at });
    const { saved } = await countPapers(db);
    const parts: Blob[] = [];
    let text = '';
    for await (const chunk of backupChunks(db, at)) {
      text += chunk;
      if (text.length < PART) continue;
      parts.push(new Blob([text]));
      text = '';
    }
    // No charset: Chromium could not derive the file extension.
    const file = new Blob([...parts, text], { type: 'application/json' });
    return { file, backup: { at, bytes: file.size, papers: saved, fingerprint } };
  });
}
