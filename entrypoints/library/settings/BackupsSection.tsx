import { i18n } from '#i18n';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { fullCount } from '@/components/format/format-count';
import { dayAndTime, timeAgo } from '@/components/format/format-time';
import { newestBackup } from '@/lib/backups/reminder';
import { fullestOlder } from '@/lib/backups/rotation';
import { isAhead } from '@/lib/shared/clock';
import { useLibrary } from '@/lib/pages/page-context';
import { useBackUp } from '@/lib/pages/backups/use-back-up';
import { useRestoreCopy } from '../import/use-restore-copy';
import { useBackupSchedule } from './use-backup-schedule';
import { useBackupFiles } from './use-backup-files';
import { useSetting } from '@/lib/pages/library/use-setting';
import { backupFailure } from '@/lib/settings/backup-failure';
import { AutomaticBackups } from './AutomaticBackups';
import { BackupFileList } from './BackupFileList';

export function BackupsSection() {
  const { now } = useLibrary();
  const scheduling = useBackupSchedule();
  const { schedule, allowed } = scheduling;
  const backupFiles = useBackupFiles(allowed === true);
  const backingUp = useBackUp();
  const restoring = useRestoreCopy();
  const automaticFailure = useSetting(backupFailure);
  if (schedule === undefined || allowed === undefined || backupFiles === undefined) return null;
  const last = newestBackup(backupFiles, now());
  const present = backupFiles.filter(({ file }) => file !== 'missing');
  const fuller = fullestOlder(present, 1, now());
  return (
    <>
      <p class="settings-text">{i18n.t('backup.intro')}</p>
      <AutomaticBackups {...scheduling} schedule={schedule} />
      {schedule.every !== 'off' && automaticFailure && (
        <FailureMessage code={automaticFailure.code} onRetry={backingUp.backUp}>
          {i18n.t('backup.failed', [timeAgo(automaticFailure.at, now())])}
        </FailureMessage>
      )}
      <div class="settings-row">
        <span>
          {last === undefined
            ? i18n.t('backup.none')
            : isAhead(last.at, now())
              ? i18n.t('backup.ahead')
              : i18n.t('backup.lastAgo', [timeAgo(last.at, now())])}
        </span>
        <button
          type="button"
          class="ps-button"
          aria-disabled={backingUp.underWay}
          onClick={backingUp.backUp}
        >
          {backingUp.underWay ? i18n.t('backup.underWay') : i18n.t('backup.backUp')}
        </button>
      </div>
      {backingUp.failure && <FailureMessage {...backingUp.failure} />}
      {restoring.copy && (
        <div class="settings-row">
          <span>
            {i18n.t('backup.secondCopy', restoring.copy.papers, [
              fullCount(restoring.copy.papers),
              timeAgo(restoring.copy.at, now()),
            ])}{' '}
            {restoring.copy.omitted > 0 &&
              i18n.t('backup.omitted', restoring.copy.omitted, [fullCount(restoring.copy.omitted)])}
          </span>
          <button type="button" class="ps-button" onClick={restoring.restoreCopy}>
            {i18n.t('backup.restore')}
          </button>
        </div>
      )}
      {restoring.failure && <FailureMessage {...restoring.failure} />}
      {backupFiles.length > 0 && (
        <>
          {fuller !== undefined && (
            <p class="settings-hint">{i18n.t('backup.fuller', [dayAndTime(fuller.at)])}</p>
          )}
          <BackupFileList backupFiles={backupFiles} />
          <p class="settings-hint">{i18n.t('backup.restoreHint')}</p>
        </>
      )}
    </>
  );
}
