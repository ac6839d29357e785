import { scheduleSoon } from '@/lib/shared/schedule-soon';
import { scheduleCopy } from '@/lib/backups/second-copy/schedule';
import { timeForBackup } from '@/lib/backups/time-for-backup';
import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { sendMessage } from '@/lib/messaging/client';

/** The alarm is at least this far ahead, ms. */
const ONE_ALARM_FOR = 30_000;

/**
 * On opening and after any change, wakes the background if an automatic backup is due. Changes also
 * set the alarm of the second copy. Call once.
 */
export function watchForDueBackup(): void {
  const look = scheduleSoon(async () => {
    if (await timeForBackup(Date.now())) await sendMessage('backups.make-if-due', {});
  }, 'Papershelf could not start a backup');
  look();
  let scheduledAt = -Infinity;
  const onChange = (): void => {
    look();
    if (performance.now() - scheduledAt < ONE_ALARM_FOR) return;
    scheduledAt = performance.now();
    // A popup may close any moment.
    scheduleCopy(Date.now()).catch((error: unknown) =>
      console.warn('Papershelf could not schedule its second copy', error),
    );
  };
  // While the page lives.
  onAnnouncedChange(onChange, new AbortController().signal);
}
