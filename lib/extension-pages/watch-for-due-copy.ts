import { soon } from '../backups/soon';
import { timeForCopy } from '../backups/time-for-copy';
import { onAnnouncedChange } from '../messaging/announcements';
import { ask } from '../messaging/client';

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
