import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/papers/failure';
import { FailureMessage } from '../FailureMessage';
import { LogoIcon } from '../icons';

export interface PageBarProps {
  cardsFound: number;
  cardsRead: number;
  /** Undefined while it is not known. */
  newCards: number | undefined;
  saved: number;
  failure: FailureCode | undefined;
  onRetry: () => void;
}

/** One quiet line on a listing: how many cards, how many of them new, how many saved. */
export function PageBar({
  cardsFound,
  cardsRead,
  newCards,
  saved,
  failure,
  onRetry,
}: PageBarProps) {
  const cards =
    cardsRead === cardsFound
      ? i18n.t('pageBar.papers', cardsRead)
      : i18n.t('pageBar.cardsRead', [cardsRead, cardsFound]);
  const news = newCards === undefined ? '' : `${i18n.t('pageBar.new', [newCards])} · `;
  return (
    <div class="ps-page-bar" role="group" aria-label={i18n.t('extName')}>
      <LogoIcon />
      <strong>{cards}</strong>
      <span class="ps-page-bar-counts">{`${news}${i18n.t('pageBar.saved', [saved])}`}</span>
      {failure !== undefined && <FailureMessage code={failure} onRetry={onRetry} />}
    </div>
  );
}
