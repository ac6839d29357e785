import { i18n } from '#i18n';
import { EmptyState } from '@/components/feedback/EmptyState';
import { ListingLinks } from '@/lib/pages/ListingLinks';
import { useSetting } from '@/lib/pages/library/use-setting';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { viewHash } from '../route';

/** @param visited whether the reader ever visited a listing */
export function DigestEmpty({ visited }: { visited: boolean }) {
  const fetching = useSetting(dailyFetch);
  if (fetching === undefined) return null;
  if (fetching.timesADay !== 0) {
    return <EmptyState title={i18n.t('digest.nothing')}>{i18n.t('digest.nothingHint')}</EmptyState>;
  }
  return visited ? (
    <EmptyState title={i18n.t('digest.nothingOpened')}>
      {i18n.t('digest.nothingOpenedHint')} <SwitchOn />
    </EmptyState>
  ) : (
    <EmptyState title={i18n.t('digest.neverVisited')}>
      {i18n.t('digest.neverVisitedHint')} <ListingLinks />
    </EmptyState>
  );
}

/** While daily fetching is off, explains what is missing, with a link to the setting. */
export function DailyListOffer() {
  const fetching = useSetting(dailyFetch);
  if (fetching === undefined || fetching.timesADay !== 0) return null;
  return (
    <p class="digest-offer">
      {i18n.t('digest.onlyOpened')} <SwitchOn />
    </p>
  );
}

function SwitchOn() {
  return <a href={viewHash('settings')}>{i18n.t('digest.turnOn')}</a>;
}
