import { i18n } from '#i18n';
import { useEffect } from 'preact/hooks';
import type { ListedChange } from '@/lib/library/listed-changes';
import type { Notice } from '@/lib/page/listing-changes';
import { FailureMessage } from '../FailureMessage';
import { statusWord } from '../status-words';
import { UndoBar } from '../UndoBar';
import { LISTED_FORMATS } from './export-formats';

/** To see what a change of many did takes a while, ms. */
const MANY_STAY = 60_000;
/** How long good news stays, ms. */
const NEWS_STAYS = 6000;

interface Props {
  notice: Notice;
  onDone: () => void;
}

/** What was just done on a listing, with Undo; or why it was not, with Retry. */
export function PageNotice({ notice, onDone }: Props) {
  switch (notice.kind) {
    case 'changed':
      return (
        <UndoBar
          message={changeWords(notice.change, notice.count)}
          stays={notice.count > 1 ? MANY_STAY : undefined}
          onUndo={notice.undo}
          onDone={onDone}
        />
      );
    case 'exported':
      return <Exported {...notice} onDone={onDone} />;
    case 'failed':
      return (
        <FailureMessage code={notice.failure.code} onRetry={notice.retry} onDismiss={onDone} />
      );
  }
}

function Exported({
  count,
  format,
  onDone,
}: Extract<Notice, { kind: 'exported' }> & Pick<Props, 'onDone'>) {
  useEffect(() => {
    const timer = setTimeout(onDone, NEWS_STAYS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- its time began when it came
  }, []);
  const { label } = LISTED_FORMATS.find(({ id }) => id === format) ?? { label: '' };
  return (
    <p class="ps-undo" role="status">
      {i18n.t('export.done', count, [count, label])}
    </p>
  );
}

function changeWords(change: ListedChange, count: number): string {
  switch (change.kind) {
    case 'save':
      return i18n.t('selection.saved', count, [count]);
    case 'dismiss':
      return i18n.t('selection.dismissed', count, [count]);
    case 'status':
      return i18n.t('bulk.statusSet', count, [count, statusWord(change.status)]);
    case 'add-tag':
      return i18n.t('bulk.tagAdded', count, [count, change.tag]);
  }
}
