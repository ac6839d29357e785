import { i18n } from '#i18n';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { clockTime, timeAgo } from '@/components/format/format-time';
import { dailyHosts, dailyListings, fetchFailureSentence } from './daily-fetch-messages';
import { useNow } from '@/components/hooks/use-now';
import { fetchTimesOfDay } from '@/lib/daily-fetch/schedule';
import { useDailyFetch } from './use-daily-fetch';
import type { DailyFetch } from '@/lib/settings/daily-fetch';
import { AllowAgain } from './AllowAgain';
import { FetchStatus } from './FetchStatus';
import { SwitchRow } from './SwitchRow';
import { TimesADayControl } from './TimesADayControl';

/** Settings and status of daily fetching. */
export function DailyListSection() {
  const daily = useDailyFetch();
  const { setting, state, allowed, notifies, refused, failure, underWay } = daily;
  const now = useNow(30_000, state?.succeededAt ?? 0);
  if (setting === undefined || state === undefined) return null;
  if (allowed === undefined || notifies === undefined) return null;
  const { timesADay } = setting;
  return (
    <>
      <p class="settings-text">{i18n.t('dailyFetch.intro', [dailyListings()])}</p>
      <TimesADayControl
        value={timesADay}
        hint={refused === 'fetching' ? i18n.t('dailyFetch.refused') : oftenHint(timesADay, now)}
        onChange={daily.choose}
      />
      {failure !== undefined && <FailureMessage code={failure} />}
      {timesADay !== 0 && daily.revoked && (
        <AllowAgain
          message={i18n.t('dailyFetch.notAllowed', [dailyHosts()])}
          onAllow={() => daily.choose(timesADay)}
        />
      )}
      {timesADay !== 0 && allowed && (
        <>
          <SwitchRow
            label={i18n.t('dailyFetch.notify')}
            on={notifies}
            hint={
              refused === 'notifying'
                ? i18n.t('dailyFetch.notifyRefused')
                : i18n.t('dailyFetch.notifyHint')
            }
            explanation
            onChange={daily.setNotify}
          />
          <FetchStatus
            setting={setting}
            state={state}
            now={now}
            underWay={underWay}
            onFetch={daily.fetchNow}
          />
          {state.failure !== null && !underWay && (
            <p class="settings-warning settings-row" role="status">
              {fetchFailureSentence(state.failure.why)}{' '}
              {i18n.t('dailyFetch.failed', [timeAgo(state.failure.at, now)])}
            </p>
          )}
        </>
      )}
    </>
  );
}

function oftenHint(timesADay: DailyFetch['timesADay'], now: number): string {
  if (timesADay === 0) return i18n.t('dailyFetch.offHint', [dailyHosts()]);
  const [first = now, second] = fetchTimesOfDay(timesADay, now);
  return second === undefined
    ? i18n.t('dailyFetch.onceHint', [clockTime(first), dailyHosts()])
    : i18n.t('dailyFetch.twiceHint', [clockTime(first), clockTime(second), dailyHosts()]);
}
