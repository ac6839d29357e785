import { backupSchedule } from '../settings/backup-schedule';
import { copies } from '../settings/copies';
import { copyFailure } from '../settings/copy-failure';
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
