import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { LostLibraryNotice } from '@/components/feedback/LostLibraryNotice';
import { fullCount } from '@/components/format/format-count';
import { timeAgo } from '@/components/format/format-time';
import type { LostLibrary } from '@/lib/pages/backups/use-lost-library';
import { useLibrary } from '@/lib/pages/page-context';
import { useRestoreCopy } from '../import/use-restore-copy';
import { BackupFileList } from '../settings/BackupFileList';
import { useBackupFiles } from '../settings/use-backup-files';

/** Ways to restore a library deleted by the browser. */
export function RestoreLibrary({ lost }: { lost: LostLibrary }) {
  const { now } = useLibrary();
  const { copy, restoreCopy, restoreFiles, failure } = useRestoreCopy();
  const backupFiles = useBackupFiles(false);
  const picker = useRef<HTMLInputElement>(null);
  const failed = failure ?? lost.failure;
  return (
    <>
      <LostLibraryNotice papers={lost.papers}>
        {copy && (
          <button type="button" class="ps-button ps-button-primary" onClick={restoreCopy}>
            {i18n.t('lost.restoreCopy', copy.papers, [
              fullCount(copy.papers),
              timeAgo(copy.at, now()),
            ])}
          </button>
        )}
        <button type="button" class="ps-button" onClick={() => picker.current?.click()}>
          {i18n.t('lost.chooseFile')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={i18n.t('lost.chooseFile')}
          onChange={({ currentTarget }) => restoreFiles([...(currentTarget.files ?? [])])}
        />
        <button type="button" class="ps-button" onClick={lost.accept}>
          {i18n.t('lost.onPurpose')}
        </button>
      </LostLibraryNotice>
      {failed && <FailureMessage {...failed} />}
      {backupFiles !== undefined && backupFiles.length > 0 && (
        <BackupFileList backupFiles={backupFiles} />
      )}
    </>
  );
}
