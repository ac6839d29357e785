import { BackupReminder } from './BackupReminder';
import { useBackUp } from '@/lib/pages/backups/use-back-up';
import { useBackupReminder } from './use-backup-reminder';
import type { LibraryContext } from '@/lib/library/context';

/** The backup reminder, while one is due. */
export function Reminder({ library }: { library: LibraryContext }) {
  const reminding = useBackupReminder(library);
  const { backUp, underWay, failure } = useBackUp(library);
  if (reminding === undefined) return null;
  return (
    <BackupReminder
      lastBackupAt={reminding.lastBackupAt}
      underWay={underWay}
      failure={failure?.code ?? reminding.failure}
      onBackUp={backUp}
      onLater={reminding.later}
    />
  );
}
