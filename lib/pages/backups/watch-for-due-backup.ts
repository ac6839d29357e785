import { scheduleSoon } from '@/lib/shared/schedule-soon';
import { timeForBackup } from '@/lib/backups/time-for-backup';
import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { sendMessage } from '@/lib/messaging/client';

/**
 * Has the background make the automatic copy when it is due: looked at when the page was opened, and
 * after changes, this page's own among them. The background is woken only when it is time. Called
 * once.
 */
export function watchForDueBackup(): void {
  const look = scheduleSoon(async () => {
    if (await timeForBackup(Date.now())) await sendMessage('backups.make-if-due', {});
  }, 'Papershelf could not have the library copied');
  look();
  // As long as the page lives.
  onAnnouncedChange(look, new AbortController().signal);
}
