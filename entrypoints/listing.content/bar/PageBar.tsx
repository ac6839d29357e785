import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/shared/failure';
import type { PageSummary } from '@/lib/content-script/listing/listing-views';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { ChevronIcon, LogoIcon } from '@/components/icons';
import { sinceWhen } from '@/components/format/format-since';

export interface PageBarProps extends Omit<PageSummary, 'failure'> {
  failure: FailureCode | undefined;
  filterIsOpen: boolean;
  siteIsOpen: boolean;
  onOnlyNew: () => void;
  onFilter: (button: HTMLElement) => void;
  onSite: (button: HTMLElement) => void;
  onShowAll: () => void;
  /** Toggles selecting. */
  onSelect: () => void;
  onRetry: () => void;
}

/** A listing's bar, one line (two on a phone): counts and filters. */
export function PageBar(props: PageBarProps) {
  const { cardsRead, hidden, dimmed, filter, asked, selecting, failure } = props;
  const isEmpty = cardsRead > 0 && hidden === cardsRead;
  return (
    <div class="ps-bar ps-page-bar" role="group" aria-label={i18n.t('extName')}>
      <LogoIcon />
      <span class="ps-page-bar-counts">
        <strong>
          <CardCount {...props} />
        </strong>
        {/* At once, so that nothing shifts. */}
        {(props.newCards !== undefined || failure !== undefined) && (
          <>
            <NewCount {...props} />
            <span>{savedAndRead(props)}</span>
          </>
        )}
        {hidden > 0 && (
          <span>{isEmpty ? i18n.t('pageBar.allHidden') : i18n.t('pageBar.hidden', [hidden])}</span>
        )}
      </span>
      <span class="ps-page-bar-site">
        <span role="status">{props.siteChange && i18n.t('siteChange.title')}</span>
        {props.siteChange && (
          <button
            type="button"
            class="ps-button"
            aria-haspopup="dialog"
            aria-expanded={props.siteIsOpen}
            onClick={(event) => props.onSite(event.currentTarget)}
          >
            {i18n.t('siteChange.details')}
          </button>
        )}
      </span>
      {isEmpty && (
        <button type="button" class="ps-button ps-page-bar-show-all" onClick={props.onShowAll}>
          {i18n.t('pageBar.showAll')}
        </button>
      )}
      <button
        type="button"
        class="ps-button"
        aria-pressed={filter.onlyNew}
        onClick={props.onOnlyNew}
      >
        {i18n.t('pageBar.onlyNew')}
      </button>
      <button
        type="button"
        class="ps-button"
        aria-haspopup="dialog"
        aria-expanded={props.filterIsOpen}
        onClick={(event) => props.onFilter(event.currentTarget)}
      >
        {i18n.t('pageBar.filter')}
        <ChevronIcon />
      </button>
      <button type="button" class="ps-button" aria-pressed={selecting} onClick={props.onSelect}>
        {i18n.t('pageBar.select')}
      </button>
      {failure !== undefined && <FailureMessage code={failure} onRetry={props.onRetry} />}
      <span class="ps-hidden" role="status">
        {asked && i18n.t('pageBar.filtered', [hidden + dimmed, cardsRead])}
      </span>
    </div>
  );
}

function CardCount({ cardsRead, cardsFound }: PageBarProps) {
  if (cardsRead === cardsFound) return i18n.t('papers', cardsRead);
  return (
    <>
      {i18n.t('pageBar.papersOf', [cardsRead, cardsFound])}
      {/* Visually hidden if narrow. */}
      <span class="ps-page-bar-since"> {i18n.t('pageBar.recognized')}</span>
    </>
  );
}

function NewCount({ newCards, lastVisitAt }: PageBarProps) {
  if (newCards === undefined || lastVisitAt === undefined) return null;
  const since =
    lastVisitAt === null
      ? i18n.t('pageBar.firstVisit')
      : i18n.t('pageBar.since', [sinceWhen(lastVisitAt, Date.now())]);
  return (
    <span>
      {i18n.t('pageBar.new', [newCards])}
      <span class="ps-page-bar-since"> {since}</span>
    </span>
  );
}

function savedAndRead({ saved, read }: PageBarProps): string {
  const text = i18n.t('pageBar.saved', [saved]);
  return read === 0 ? text : `${text} · ${i18n.t('pageBar.read', [read])}`;
}
