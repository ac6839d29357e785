import type { LibraryContext } from '@/lib/library/context';
import { countPapers } from '@/lib/library/queries';
import { backupChunks } from '@/lib/library/export/write-backup';
import { withCodedErrors } from '@/lib/db/to-failure';
import type { WrittenCopy } from '@/lib/settings/backup-file';
import { libraryStanding } from './library-fingerprint';

/** Text held at once, in UTF-16 units; the rest is with the browser, which may put it on the disk. */
const PART = 1 << 20;

/**
 * Writes the whole library as a backup.
 * @throws Failure when the database cannot be read
 */
export function writeCopy({
  db,
  now,
}: Pick<LibraryContext, 'db' | 'now'>): Promise<{ file: Blob; copy: WrittenCopy }> {
  return withCodedErrors(async () => {
    const at = now();
    // Before the text: what changes meanwhile is in the next copy, if not in this one.
    const standing = await libraryStanding({ db, now: () => at });
    const { saved } = await countPapers(db);
    const parts: Blob[] = [];
    let text = '';
    for await (const chunk of backupChunks(db, at)) {
      text += chunk;
      if (text.length < PART) continue;
      parts.push(new Blob([text]));
      text = '';
    }
    // The bare type: with a charset Chromium would not know which ending it goes with.
    const file = new Blob([...parts, text], { type: 'application/json' });
    return { file, copy: { at, bytes: file.size, papers: saved, standing } };
  });
}
