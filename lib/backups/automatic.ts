import { browser } from 'wxt/browser';
import type { LibraryContext } from '@/lib/library/context';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import type { WrittenBackup } from '@/lib/settings/backup-file';
import { backupFiles } from '@/lib/settings/backup-files';
import { backupFailure } from '@/lib/settings/backup-failure';
import { isWorthBackup } from './due';
import { keepBackup } from './keep-backup';
import { withLock, withLockIfFree } from '@/lib/shared/lock';
import { BACKUP_LOCK } from './keep-backup';
import { maySaveFiles } from './permission';
import { canMakeFiles } from './saved-files';
import { libraryFingerprint } from './library-fingerprint';
import { timeForBackup } from './time-for-backup';
import { writeBackupFile } from './write-backup-file';

/** For browsers whose background cannot make files. */
const BACKUP_WRITER = 'backup-writer.html';

/**
 * Makes the automatic backup if due. Nothing is recorded before the file is complete: the next call
 * redoes an interrupted backup.
 */
export async function makeBackupIfDue(library: LibraryContext): Promise<void> {
  if (!(await timeForBackup(library.now()))) return;
  await withLockIfFree(BACKUP_LOCK, async () => {
    if (!(await isDue(library))) return;
    if (canMakeFiles()) await makeBackup(library);
    else await openBackupWriter();
  });
}

/**
 * Saves the backup writer's file, unless another backup was made meanwhile. Idempotent.
 * @throws Failure when it could not be saved
 */
export async function keepAutomaticBackup(
  { now }: LibraryContext,
  url: string,
  written: WrittenBackup,
): Promise<void> {
  await withLock(BACKUP_LOCK, async () => {
    if (await timeForBackup(now())) await keepBackup(url, written, true);
  });
}

/** Records a failure, to show it and to delay the next attempt. */
export async function recordBackupFailure(
  { now }: LibraryContext,
  code: FailureCode,
): Promise<void> {
  await backupFailure.write({ at: now(), code });
}

async function isDue(library: LibraryContext): Promise<boolean> {
  const now = library.now();
  return (
    (await timeForBackup(now)) &&
    (await maySaveFiles()) &&
    isWorthBackup(await backupFiles.read(), await libraryFingerprint(library), now)
  );
}

async function makeBackup(library: LibraryContext): Promise<void> {
  try {
    const { file, backup } = await writeBackupFile(library);
    const url = URL.createObjectURL(file);
    await keepBackup(url, backup, true).finally(() => URL.revokeObjectURL(url));
  } catch (error) {
    await recordBackupFailure(library, asFailure(error).code);
    throw error;
  }
}

/** Opens the document that makes the file; it closes itself. Only one may exist. */
async function openBackupWriter(): Promise<void> {
  const open = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (open.length > 0) return;
  await browser.offscreen.createDocument({
    url: BACKUP_WRITER,
    reasons: ['BLOBS'],
    justification: 'Makes the file of an automatic backup; a service worker cannot.',
  });
}
