import { i18n } from '#i18n';
import type { Notice } from '@/lib/content-script/listing/listing-state';
import { changeMessage } from '@/components/format/change-messages';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { BULK_UNDO_DURATION } from '@/components/feedback/notice-times';
import { NoticeBar } from '@/components/feedback/NoticeBar';

interface Props {
  notice: Notice;
  onDone: () => void;
}

/** A listing's last result with Undo, or failure with Retry. */
export function PageNotice({ notice, onDone }: Props) {
  switch (notice.kind) {
    case 'changed':
      return (
        <NoticeBar
          of={notice}
          message={
            notice.count === 0
              ? i18n.t('selection.unchanged')
              : changeMessage(notice.change, notice.count)
          }
          duration={notice.count > 1 ? BULK_UNDO_DURATION : undefined}
          onUndo={notice.undo}
          onDone={onDone}
        />
      );
    case 'in-frame':
      return null;
    case 'failed':
      return (
        <FailureMessage code={notice.failure.code} onRetry={notice.retry} onDismiss={onDone} />
      );
  }
}
