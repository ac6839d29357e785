import './storage-section.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { byteSize } from '@/components/format/format-bytes';
import { fullCount } from '@/components/format/format-count';
import { useLibrary } from '@/lib/pages/page-context';
import { countPapers } from '@/lib/library/queries';
import { countTrash } from '@/lib/library/trash/trash';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useStorageStatus } from './use-storage-status';

export function StorageSection() {
  const { db } = useLibrary();
  const storage = useStorageStatus();
  const counts = useLiveQuery(
    async () => ({ ...(await countPapers(db)), trash: await countTrash(db) }),
    [db],
  );
  if (storage === undefined || counts === undefined) return null;
  const { usedBytes, persisted, refused, persist } = storage;
  return (
    <>
      <dl class="storage">
        <StorageRow term={i18n.t('settings.papers')}>
          <span>{i18n.t('settings.seen', [fullCount(counts.known)])}</span>
          <span>{i18n.t('settings.saved', [fullCount(counts.saved)])}</span>
          <span>{i18n.t('settings.trash', [fullCount(counts.trash)])}</span>
        </StorageRow>
        <StorageRow term={i18n.t('settings.space')}>
          {usedBytes === undefined ? (
            i18n.t('settings.unknownSpace')
          ) : (
            <>
              <span>{byteSize(usedBytes)}</span>
              {counts.known > 0 && (
                <span>{i18n.t('settings.perPaper', [byteSize(usedBytes / counts.known)])}</span>
              )}
            </>
          )}
        </StorageRow>
        <StorageRow term={i18n.t('settings.limit')}>{i18n.t('settings.unlimited')}</StorageRow>
        <StorageRow term={i18n.t('settings.protection')}>
          <span role="status">
            {persisted
              ? i18n.t('settings.persisted')
              : refused
                ? i18n.t('settings.persistRefused')
                : i18n.t('settings.notPersisted')}
          </span>
          {!persisted && (
            <button type="button" class="ps-button" onClick={persist}>
              {i18n.t('settings.persist')}
            </button>
          )}
        </StorageRow>
      </dl>
      <p class="settings-hint">{i18n.t('settings.removal')}</p>
    </>
  );
}

function StorageRow({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="storage-row">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
