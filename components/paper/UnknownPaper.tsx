import './paper-detail.css';
import { i18n } from '#i18n';
import { EmptyState } from '../feedback/EmptyState';
import { BackIcon } from '../icons';

/** Shown for a paper missing from the database. */
export function UnknownPaper({ onBack }: { onBack: () => void }) {
  return (
    <article class="detail">
      <div class="detail-head">
        <button type="button" class="detail-back" onClick={onBack}>
          <BackIcon />
          {i18n.t('detail.back')}
        </button>
      </div>
      <EmptyState title={i18n.t('detail.unknown')}>{i18n.t('detail.unknownHint')}</EmptyState>
    </article>
  );
}
