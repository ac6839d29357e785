import { useMemo } from 'preact/hooks';
import { useFailure } from '@/components/feedback/use-failure';
import { replace, useOptimistic } from '@/components/hooks/use-optimistic';
import { isTimeToRemind, isWorthReminder, newestBackup } from '@/lib/backups/reminder';
import { libraryFingerprint } from '@/lib/backups/library-fingerprint';
import { countPapers } from '@/lib/library/queries';
import type { FailureCode } from '@/lib/shared/failure';
import { backupFiles } from '@/lib/settings/backup-files';
import { reminderDismissedAt } from '@/lib/settings/reminder-dismissal';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useSetting } from '@/lib/pages/library/use-setting';
import { useLibrary } from '@/lib/pages/page-context';

export interface BackupReminding {
  /** ms since epoch; undefined without one. */
  lastBackupAt: number | undefined;
  /** Snoozes for a week. */
  later(): void;
  /** Why snoozing failed. */
  failure: FailureCode | undefined;
}

/** The backup reminder, if due. */
export function useBackupReminder(): BackupReminding | undefined {
  const library = useLibrary();
  const { db, now } = library;
  const made = useSetting(backupFiles);
  const stored = useSetting(reminderDismissedAt);
  const [dismissedAt, show] = useOptimistic(stored, replace<number | undefined>);
  const { failure, attempt } = useFailure();
  const last = useMemo(() => made && newestBackup(made, now()), [made, now]);
  const isTime =
    made !== undefined && dismissedAt !== undefined && isTimeToRemind(last, dismissedAt, now());
  // Query the library only then.
  const isWorth = useLiveQuery(async () => {
    if (!isTime) return false;
    const { saved } = await countPapers(db);
    return isWorthReminder(last, await libraryFingerprint(library), saved);
  }, [library, isTime, last]);
  if (!isTime || isWorth !== true) return undefined;
  return {
    lastBackupAt: last?.at,
    later() {
      const at = now();
      show(
        at,
        attempt(() => reminderDismissedAt.write(at)),
      );
    },
    failure: failure?.code,
  };
}
