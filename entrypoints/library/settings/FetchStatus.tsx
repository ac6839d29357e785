import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { clockTime, shortDay, timeAgo } from '@/components/format/format-time';
import { blockedUntil, nextRequestAt, pruneState } from '@/lib/daily-fetch/due-lists';
import type { DailyFetch } from '@/lib/settings/daily-fetch';
import type { DailyFetchState } from '@/lib/settings/daily-fetch-state';

interface Props {
  setting: DailyFetch;
  state: DailyFetchState;
  /** ms since epoch. */
  now: number;
  underWay: boolean;
  onFetch(): void;
}

export function FetchStatus({ setting, state: stored, now, underWay, onFetch }: Props) {
  const state = pruneState(stored, now);
  const next = nextRequestAt(setting, state, now);
  const free = blockedUntil(state);
  return (
    <div class="settings-row">
      <span>
        {state.succeededAt === null
          ? i18n.t('dailyFetch.never')
          : i18n.t('dailyFetch.last', [timeAgo(state.succeededAt, now)])}
        {state.lastList !== null && ` · ${lastListMessage(state.lastList)}`}
      </span>
      <button
        type="button"
        class="ps-button"
        aria-disabled={underWay || free > now}
        onClick={() => free <= now && onFetch()}
      >
        {underWay ? i18n.t('dailyFetch.underWay') : i18n.t('dailyFetch.fetchNow')}
      </button>
      <p class="settings-hint" role="status">
        {free > now
          ? i18n.t('dailyFetch.tooOften', [clockTime(free)])
          : next !== undefined && next > now && i18n.t('dailyFetch.next', [clockTime(next)])}
      </p>
    </div>
  );
}

function lastListMessage({ day, papers }: NonNullable<DailyFetchState['lastList']>): string {
  return i18n.t('dailyFetch.lastList', papers, [fullCount(papers), shortDay(day)]);
}
