import './backup-file-list.css';
import { i18n } from '#i18n';
import { byteSize } from '@/components/format/format-bytes';
import { fullCount } from '@/components/format/format-count';
import { dayAndTime } from '@/components/format/format-time';
import { showFile } from '@/lib/backups/saved-files';
import type { ListedBackupFile } from './use-backup-files';
import { viewHash } from '../route';

/** Newest first. */
export function BackupFileList({ backupFiles }: { backupFiles: readonly ListedBackupFile[] }) {
  return (
    <ul class="backup-files" aria-label={i18n.t('backup.list')}>
      {backupFiles.map((backup) => (
        <BackupFileRow key={backup.at} backup={backup} />
      ))}
    </ul>
  );
}

function BackupFileRow({ backup }: { backup: ListedBackupFile }) {
  const when = dayAndTime(backup.at);
  return (
    <li class="backup-file">
      <div class="backup-about">
        <time class="backup-when" dateTime={new Date(backup.at).toISOString()}>
          {when}
        </time>
        <span class="backup-facts">
          <span>{i18n.t('papers', backup.papers, [fullCount(backup.papers)])}</span>
          <span>{byteSize(backup.bytes)}</span>
          {backup.automatic && <span>{i18n.t('backup.automaticMark')}</span>}
        </span>
        <span class={backup.file === 'missing' ? 'backup-where backup-missing' : 'backup-where'}>
          {locationLabel(backup)}
        </span>
      </div>
      <div class="backup-actions">
        {backup.file === 'present' && (
          <button
            type="button"
            class="ps-text-button"
            aria-label={i18n.t('backup.showLong', [when])}
            onClick={() => void showFile(backup)}
          >
            {i18n.t('backup.show')}
          </button>
        )}
        <a
          class="ps-text-button backup-restore"
          href={viewHash('import')}
          aria-label={i18n.t('backup.restoreLong', [when])}
        >
          {i18n.t('backup.restore')}
        </a>
      </div>
    </li>
  );
}

function locationLabel({ file, fileName, downloadId }: ListedBackupFile): string {
  if (file === 'missing') return i18n.t('backup.missing');
  if (downloadId === undefined) return i18n.t('backup.inDownloads', [fileName]);
  return fileName;
}
