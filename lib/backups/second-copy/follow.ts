import { browser } from 'wxt/browser';
import type { LibraryContext } from '@/lib/library/context';
import { announcementArea, closeLocalStorage } from '@/lib/settings/storage-access';
import { scheduleSoon } from '@/lib/shared/schedule-soon';
import { COPY_ALARM, scheduleCopy } from './schedule';
import { keepSecondCopy } from './second-copy';

/**
 * Keeps the second copy: at alarms and now, since alarms may be lost. Call at every start of the
 * background.
 * @returns a function to call after each change
 */
export function followSecondCopy(library: LibraryContext): () => void {
  const copySoon = scheduleSoon(
    () => keepSecondCopy(library),
    'Papershelf could not make its second copy',
  );
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === COPY_ALARM) copySoon();
  });
  const openAreas = async (): Promise<void> => {
    await closeLocalStorage();
    await announcementArea();
  };
  openAreas().catch((error: unknown) =>
    console.warn('Papershelf could not set the access to its storage', error),
  );
  copySoon();
  return scheduleSoon(
    () => scheduleCopy(library.now()),
    'Papershelf could not schedule its second copy',
  );
}
