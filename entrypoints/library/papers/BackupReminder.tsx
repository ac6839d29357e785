import './backup-reminder.css';
import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/shared/failure';
import { lastBackupMessage } from '@/components/format/format-bytes';
import { failureSentence } from '@/components/format/failure-messages';

interface Props {
  /** ms since epoch; undefined without one. */
  lastBackupAt: number | undefined;
  underWay: boolean;
  failure: FailureCode | undefined;
  onBackUp(): void;
  onLater(): void;
}

export function BackupReminder({ lastBackupAt, underWay, failure, onBackUp, onLater }: Props) {
  return (
    <div class="reminder" role="status">
      <span class="reminder-text">
        {failure === undefined
          ? lastBackupMessage(lastBackupAt, Date.now())
          : failureSentence(failure)}
      </span>
      <span>
        <button
          type="button"
          class="ps-text-button reminder-main"
          aria-disabled={underWay}
          onClick={() => underWay || onBackUp()}
        >
          {underWay ? i18n.t('backup.underWay') : i18n.t('backup.backUp')}
        </button>
        <button
          type="button"
          class="ps-text-button"
          title={i18n.t('backup.laterHint')}
          onClick={onLater}
        >
          {i18n.t('backup.later')}
        </button>
      </span>
    </div>
  );
}
