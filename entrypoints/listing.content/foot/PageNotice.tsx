import { i18n } from '#i18n';
import type { Notice } from '@/lib/content-script/listing/listing-changes';
import { changeMessage } from '@/components/format/change-messages';
import { fullCount } from '@/components/format/format-count';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { NEWS_STAYS, UNDO_OF_MANY_STAYS } from '@/components/feedback/notice-times';
import { NoticeBar } from '@/components/feedback/NoticeBar';
import { LISTED_FORMATS } from './export-formats';

interface Props {
  notice: Notice;
  onDone: () => void;
}

/** The last result on a listing with Undo, or its failure with Retry. */
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
          stays={notice.count > 1 ? UNDO_OF_MANY_STAYS : undefined}
          onUndo={notice.undo}
          onDone={onDone}
        />
      );
    case 'exported':
      return (
        <NoticeBar of={notice} message={exportMessage(notice)} stays={NEWS_STAYS} onDone={onDone} />
      );
    case 'failed':
      return (
        <FailureMessage code={notice.failure.code} onRetry={notice.retry} onDismiss={onDone} />
      );
  }
}

function exportMessage({ count, format }: Extract<Notice, { kind: 'exported' }>): string {
  const { label } = LISTED_FORMATS.find(({ id }) => id === format) ?? { label: '' };
  return i18n.t('export.done', count, [fullCount(count), label]);
}
