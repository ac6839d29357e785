import { soon } from '../backups/soon';
import { showMissed } from '../daily-fetch/badge';
import type { LibraryContext } from '../library/context';
import { onAnnouncedChange } from '../messaging/announcements';

/**
 * Keeps the number on the toolbar button right after this page's own changes, of which the background
 * does not hear. Called once.
 */
export function keepBadge(library: LibraryContext): void {
  const show = soon(
    () => showMissed(library),
    'Papershelf could not show how many papers were missed',
  );
  // As long as the page lives.
  onAnnouncedChange(show, new AbortController().signal);
}
