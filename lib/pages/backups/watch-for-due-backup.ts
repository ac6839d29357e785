import { soon } from '@/lib/shared/schedule-soon';
import { timeForCopy } from '@/lib/backups/time-for-backup';
import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { ask } from '@/lib/messaging/client';

/**
 * Has the background make the automatic copy when it is due: looked at when the page was opened, and
 * after changes, this page's own among them. The background is woken only when it is time. Called
 * once.
 */
export function watchForDueCopy(): void {
  const look = soon(async () => {
    if (await timeForCopy(Date.now())) await ask('copies.make-if-due', {});
  }, 'Papershelf could not have the library copied');
  look();
  // As long as the page lives.
  onAnnouncedChange(look, new AbortController().signal);
}
