import { i18n } from '#i18n';
import type { QuotationNotice } from '@/lib/content-script/paper-page';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { Rise } from '@/lib/papers/rise';
import { LogoIcon } from '@/components/icons';
import { StatusDot } from '@/components/fields/StatusDot';
import { statusLabel } from '@/components/format/status-labels';
import { TOAST_DURATION } from '@/components/feedback/notice-times';
import { NoticeBar } from '@/components/feedback/NoticeBar';
import { CardButton, type CardButtonProps } from '../card/CardButton';
import { riseMessage } from '@/components/format/format-since';

export interface PaperBarProps extends CardButtonProps {
  entry: Entry | null;
  /** Since the last visit, if notable. */
  rise: Rise | undefined;
  /** Just added; a new object each time. */
  quotation: QuotationNotice | undefined;
  onUndoQuotation: () => void;
  onQuotationDone: () => void;
}

/** A paper page's bar: status and save button. */
export function PaperBar({
  entry,
  rise,
  quotation,
  onUndoQuotation,
  onQuotationDone,
  ...button
}: PaperBarProps) {
  return (
    <div class="ps-paper-foot">
      {quotation !== undefined && (
        <NoticeBar
          of={quotation}
          message={quotationMessage(quotation)}
          duration={quotation.left ? TOAST_DURATION : undefined}
          onUndo={quotation.left ? undefined : onUndoQuotation}
          onDone={onQuotationDone}
        />
      )}
      <div class="ps-bar ps-paper-bar" role="group" aria-label={i18n.t('extName')}>
        <LogoIcon />
        <span class="ps-paper-bar-status">
          {isSaved(entry) ? (
            <>
              <StatusDot status={entry.status} />
              {statusLabel(entry.status)}
            </>
          ) : (
            i18n.t('detail.notSaved')
          )}
        </span>
        {rise !== undefined && <span class="ps-paper-bar-rise">{riseMessage(rise)}</span>}
        <CardButton {...button} />
      </div>
    </div>
  );
}

function quotationMessage({ left, saved }: QuotationNotice): string {
  if (left) return i18n.t('quotation.notUndone');
  return i18n.t(saved ? 'quotation.savedPaperToo' : 'quotation.added');
}
