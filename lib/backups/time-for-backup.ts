import { backupSchedule } from '@/lib/settings/backup-schedule';
import { copies } from '@/lib/settings/backup-files';
import { copyFailure } from '@/lib/settings/backup-failure';
import { isTimeForCopy } from './due';

/** Whether by the clock an automatic copy is due at `now` (ms since epoch). Reads three settings. */
export async function timeForCopy(now: number): Promise<boolean> {
  const [schedule, made, failure] = await Promise.all([
    backupSchedule.read(),
    copies.read(),
    copyFailure.read(),
  ]);
  return isTimeForCopy({ schedule, copies: made, failure }, now);
}
