import { isTimeToRemind, isWorthReminder } from '@/lib/backups/reminder';
import { libraryFingerprint } from '@/lib/backups/library-fingerprint';
import type { LibraryContext } from '@/lib/library/context';
import { countPapers } from '@/lib/library/queries';
import { backupFiles } from '@/lib/settings/backup-files';
import { reminderDismissedAt } from '@/lib/settings/reminder-dismissal';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useSetting } from '@/lib/pages/library/use-setting';

/** A reminder to make a copy. */
export interface BackupReminding {
  /** When the last copy was made, ms since epoch; undefined when there is none. */
  lastBackupAt: number | undefined;
  /** Puts it off for a week. */
  later(): void;
}

/** The reminder to make a copy, while there is reason for one. */
export function useBackupReminder(library: LibraryContext): BackupReminding | undefined {
  const { db, now } = library;
  const made = useSetting(backupFiles);
  const dismissedAt = useSetting(reminderDismissedAt);
  const last = made?.[0];
  const isTime =
    made !== undefined && dismissedAt !== undefined && isTimeToRemind(last, dismissedAt, now());
  // The library is asked only then.
  const isWorth = useLiveQuery(async () => {
    if (!isTime) return false;
    const { saved } = await countPapers(db);
    return isWorthReminder(last, await libraryFingerprint(library), saved);
  }, [library, isTime, last]);
  if (!isTime || isWorth !== true) return undefined;
  return {
    lastBackupAt: last?.at,
    later() {
      reminderDismissedAt.write(now()).catch((error: unknown) => {
        console.warn('Papershelf could not put off its reminder', error);
      });
    },
  };
}
