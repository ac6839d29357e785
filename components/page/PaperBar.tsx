import { i18n } from '#i18n';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { Rise } from '@/lib/papers/rise';
import { LogoIcon } from '../icons';
import { StatusDot } from '../StatusDot';
import { statusWord } from '../status-words';
import { NoticeBar } from '../NoticeBar';
import { CardButton, type CardButtonProps } from './CardButton';
import { riseWords } from '../since-words';

export interface PaperBarProps extends CardButtonProps {
  entry: Entry | null;
  /** The upvotes gained since the last visit, where worth saying. */
  rise: Rise | undefined;
  /** What was put into the note just now, while that can be undone. */
  quotation: { message: string; onUndo: () => void; onDone: () => void } | undefined;
}

/** At the foot of a paper's own page: how the paper stands, and the button that cards have. */
export function PaperBar({ entry, rise, quotation, ...button }: PaperBarProps) {
  return (
    <>
      {quotation !== undefined && <NoticeBar {...quotation} />}
      <div class="ps-paper-bar" role="group" aria-label={i18n.t('extName')}>
        <LogoIcon />
        <span class="ps-paper-bar-status">
          {isSaved(entry) ? (
            <>
              <StatusDot status={entry.status} />
              {statusWord(entry.status)}
            </>
          ) : (
            i18n.t('detail.notSaved')
          )}
        </span>
        {rise !== undefined && <span class="ps-paper-bar-rise">{riseWords(rise)}</span>}
        <CardButton {...button} />
      </div>
    </>
  );
}
