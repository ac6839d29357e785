import { backupFileName } from '@/lib/library/export/write-backup';
import type { WrittenCopy } from '@/lib/settings/backup-file';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { changeCopies, copies, type Copy } from '@/lib/settings/backup-files';
import { copyFailure } from '@/lib/settings/backup-failure';
import { rotate } from './rotation';
import { removeFile, saveFile } from './saved-files';

/**
 * Saves a written copy, found at `url`, into the downloads folder. It counts once its file is whole.
 * Called twice for one copy, it keeps one.
 * @throws Failure when it could not be saved
 */
export async function keepCopy(
  url: string,
  written: WrittenCopy,
  automatic: boolean,
): Promise<void> {
  const file = await saveFile(url, backupFileName(written.at));
  await noteCopy({ ...written, ...file, automatic });
  await copyFailure.write(null);
  if (automatic) await removeOldCopies(written.at);
}

/** Puts a copy that was made into the list of copies. */
export async function noteCopy(copy: Copy): Promise<void> {
  await changeCopies((former) => [copy, ...former.filter(({ at }) => at !== copy.at)]);
}

/** Keeps to the number of copies that the reader chose, at `now` (ms since epoch). */
async function removeOldCopies(now: number): Promise<void> {
  const { keep } = await backupSchedule.read();
  const all = await copies.read();
  const { kept, removed } = rotate(all, keep, now);
  const stays = new Set(kept);
  for (const copy of removed) {
    try {
      await removeFile(copy);
    } catch (error) {
      // It stays in the list, and is tried again with the next copy.
      console.warn('Papershelf could not remove an old copy', error);
      stays.add(copy);
    }
  }
  const dropped = new Set(all.filter((copy) => !stays.has(copy)).map(({ at }) => at));
  await changeCopies((former) => former.filter(({ at }) => !dropped.has(at)));
}
