import { scheduleSoon } from '@/lib/shared/schedule-soon';
import { timeForBackup } from '@/lib/backups/time-for-backup';
import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { sendMessage } from '@/lib/messaging/client';

/**
 * Has the background make the automatic backup when due: checked on opening and after any change.
 * Wakes it only then. Call once.
 */
export function watchForDueBackup(): void {
  const look = scheduleSoon(async () => {
    if (await timeForBackup(Date.now())) await sendMessage('backups.make-if-due', {});
  }, 'Papershelf could not start a backup');
  look();
  // For the life of the page.
  onAnnouncedChange(look, new AbortController().signal);
}
