import { i18n } from '#i18n';
import { byteSize } from '@/components/format/format-bytes';
import { fullCount } from '@/components/format/format-count';
import { dayAndTime } from '@/components/format/format-time';
import { showFile } from '@/lib/backups/saved-files';
import type { ListedCopy } from './use-backup-files';
import { viewHash } from '../route';

/** The copies that were made, newest first, with where each is and the way back from it. */
export function CopyList({ copies }: { copies: readonly ListedCopy[] }) {
  return (
    <ul class="copies" aria-label={i18n.t('backup.list')}>
      {copies.map((copy) => (
        <CopyRow key={copy.at} copy={copy} />
      ))}
    </ul>
  );
}

function CopyRow({ copy }: { copy: ListedCopy }) {
  const when = dayAndTime(copy.at);
  return (
    <li class="copy">
      <div class="copy-what">
        <time class="copy-when" dateTime={new Date(copy.at).toISOString()}>
          {when}
        </time>
        <span class="copy-facts">
          <span>{i18n.t('papers', copy.papers, [fullCount(copy.papers)])}</span>
          <span>{byteSize(copy.bytes)}</span>
          {copy.automatic && <span>{i18n.t('backup.madeByItself')}</span>}
        </span>
        <span class={copy.file === 'gone' ? 'copy-where copy-gone' : 'copy-where'}>
          {whereWords(copy)}
        </span>
      </div>
      <div class="copy-actions">
        {copy.file === 'there' && (
          <button
            type="button"
            class="ps-text-button"
            aria-label={i18n.t('backup.showLong', [when])}
            onClick={() => void showFile(copy)}
          >
            {i18n.t('backup.show')}
          </button>
        )}
        <a
          class="ps-text-button copy-restore"
          href={viewHash('import')}
          aria-label={i18n.t('backup.restoreLong', [when])}
        >
          {i18n.t('backup.restore')}
        </a>
      </div>
    </li>
  );
}

function whereWords({ file, fileName, downloadId }: ListedCopy): string {
  if (file === 'gone') return i18n.t('backup.gone');
  if (downloadId === undefined) return i18n.t('backup.inDownloads', [fileName]);
  return fileName;
}
