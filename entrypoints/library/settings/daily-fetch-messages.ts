import { i18n } from '#i18n';
import { uiLocale } from '@/components/format/ui-locale';
import type { FetchFailure } from '@/lib/settings/daily-fetch-state';
import { dailySites } from '@/lib/sites/daily-lists';

/** Listings with daily lists. */
export function dailyListings(): string {
  return listed(
    dailySites.map(({ start }) => start.name),
    'conjunction',
  );
}

/** Hosts of daily lists. */
export function dailyHosts(type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return listed(
    dailySites.map(({ days }) => new URL(days.origin).host),
    type,
  );
}

function listed(names: readonly string[], type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(uiLocale(), { type }).format(names);
}

/** Why a daily fetch failed. */
export function fetchFailureSentence(why: FetchFailure): string {
  // Which one is not stored.
  const host = dailyHosts('disjunction');
  switch (why) {
    case 'offline':
      return i18n.t('dailyFetch.failures.offline');
    case 'unreachable':
      return i18n.t('dailyFetch.failures.unreachable', [host]);
    case 'busy':
      return i18n.t('dailyFetch.failures.busy', [host]);
    case 'refused':
      return i18n.t('dailyFetch.failures.refused', [host]);
    case 'unreadable':
      return i18n.t('dailyFetch.failures.unreadable', [host]);
    case 'not-kept':
      return i18n.t('dailyFetch.failures.notKept');
  }
}
