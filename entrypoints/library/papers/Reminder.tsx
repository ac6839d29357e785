import { BackupReminder } from './BackupReminder';
import { useBackUp } from '@/lib/pages/backups/use-back-up';
import { useBackupReminder } from './use-backup-reminder';

export function Reminder() {
  const reminding = useBackupReminder();
  const { backUp, underWay, failure } = useBackUp();
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
