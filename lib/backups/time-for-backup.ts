import { backupSchedule } from '@/lib/settings/backup-schedule';
import { backupFiles } from '@/lib/settings/backup-files';
import { backupFailure } from '@/lib/settings/backup-failure';
import { isTimeForBackup } from './due';

/** `isTimeForBackup` with the stored settings; `now` in ms since epoch. */
export async function timeForBackup(now: number): Promise<boolean> {
  const [schedule, made, failure] = await Promise.all([
    backupSchedule.read(),
    backupFiles.read(),
    backupFailure.read(),
  ]);
  return isTimeForBackup({ schedule, backupFiles: made, failure }, now);
}
