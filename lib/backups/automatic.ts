import { browser } from 'wxt/browser';
import type { LibraryContext } from '@/lib/library/context';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import type { WrittenCopy } from '@/lib/settings/backup-file';
import { copies } from '@/lib/settings/backup-files';
import { copyFailure } from '@/lib/settings/backup-failure';
import { isWorthCopy } from './due';
import { keepCopy } from './keep-backup';
import { afterOthers, unlessOthersDo } from './one-at-a-time';
import { maySaveFiles } from './permission';
import { canMakeFiles } from './saved-files';
import { libraryStanding } from './library-fingerprint';
import { timeForCopy } from './time-for-backup';
import { writeCopy } from './write-backup-file';

/** The page that makes a copy's file where the background cannot: entrypoints/backup-writer. */
const COPY_MAKER = 'backup-writer.html';

/**
 * Makes the automatic copy if it is due; called in the background, as often as one likes. Nothing is
 * noted before the file is whole, so what dies half-way is made at the next call.
 */
export async function makeCopyIfDue(library: LibraryContext): Promise<void> {
  if (!(await timeForCopy(library.now()))) return;
  await unlessOthersDo(async () => {
    if (!(await isDue(library))) return;
    if (canMakeFiles()) await makeCopy(library);
    else await openCopyMaker();
  });
}

/**
 * Keeps the file that the copy maker has at `url`, unless another copy was kept meanwhile. Twice
 * does no harm.
 * @throws Failure when it could not be saved
 */
export async function keepAutomaticCopy(
  { now }: LibraryContext,
  url: string,
  written: WrittenCopy,
): Promise<void> {
  await afterOthers(async () => {
    if (await timeForCopy(now())) await keepCopy(url, written, true);
  });
}

/** Notes why the copy could not be made, for the reader, and so that it is not tried at once. */
export async function noteCopyFailure({ now }: LibraryContext, code: FailureCode): Promise<void> {
  await copyFailure.write({ at: now(), code });
}

async function isDue(library: LibraryContext): Promise<boolean> {
  const now = library.now();
  return (
    (await timeForCopy(now)) &&
    (await maySaveFiles()) &&
    isWorthCopy(await copies.read(), await libraryStanding(library), now)
  );
}

async function makeCopy(library: LibraryContext): Promise<void> {
  try {
    const { file, copy } = await writeCopy(library);
    const url = URL.createObjectURL(file);
    await keepCopy(url, copy, true).finally(() => URL.revokeObjectURL(url));
  } catch (error) {
    await noteCopyFailure(library, asFailure(error).code);
    throw error;
  }
}

/** Opens the document that makes the file; it closes itself. There can be only one. */
async function openCopyMaker(): Promise<void> {
  const open = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (open.length > 0) return;
  await browser.offscreen.createDocument({
    url: COPY_MAKER,
    reasons: ['BLOBS'],
    justification: 'Makes the file of an automatic copy; a service worker cannot.',
  });
}
