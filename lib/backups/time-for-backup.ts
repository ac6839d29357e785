import { backupSchedule } from '@/lib/settings/backup-schedule';
import { backupFiles } from '@/lib/settings/backup-files';
import { backupFailure } from '@/lib/settings/backup-failure';
import { isTimeForBackup } from './due';

/** Whether by the clock an automatic copy is due at `now` (ms since epoch). Reads three settings. */
export async function timeForBackup(now: number): Promise<boolean> {
  const [schedule, made, failure] = await Promise.all([
    backupSchedule.read(),
    backupFiles.read(),
    backupFailure.read(),
  ]);
  return isTimeForBackup({ schedule, backupFiles: made, failure }, now);
}
