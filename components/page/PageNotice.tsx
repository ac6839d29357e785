import { i18n } from '#i18n';
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
      return <UndoBar message={exportWords(notice)} stays={NEWS_STAYS} onDone={onDone} />;
    case 'failed':
      return (
        <FailureMessage code={notice.failure.code} onRetry={notice.retry} onDismiss={onDone} />
      );
  }
}

function exportWords({ count, format }: Extract<Notice, { kind: 'exported' }>): string {
  const { label } = LISTED_FORMATS.find(({ id }) => id === format) ?? { label: '' };
  return i18n.t('export.done', count, [count, label]);
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
