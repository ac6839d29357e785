import { useState } from 'preact/hooks';
import { useFailure } from '@/components/feedback/use-failure';
import { useSubscription } from '@/components/hooks/use-subscription';
import {
  askToFetch,
  askToNotify,
  fetchingAllowed,
  removeFetching,
  removeNotifying,
  notifyingAllowed,
} from '@/lib/daily-fetch/permission';
import { sendMessage } from '@/lib/messaging/client';
import type { FailureCode } from '@/lib/shared/failure';
import { dailyFetch, type DailyFetch } from '@/lib/settings/daily-fetch';
import { dailyFetchState, type DailyFetchState } from '@/lib/settings/daily-fetch-state';
import { useSetting } from '@/lib/pages/library/use-setting';

export interface DailyFetching {
  /** Undefined while loading, like the next three. */
  setting: DailyFetch | undefined;
  state: DailyFetchState | undefined;
  /** Whether access to the site is permitted. */
  allowed: boolean | undefined;
  /** Whether notifications are permitted. */
  notifyingAllowed: boolean | undefined;
  /** The permission that the user just denied. */
  refused: 'fetching' | 'notifying' | undefined;
  failure: FailureCode | undefined;
  /** Whether the background is fetching for this page. */
  underWay: boolean;
  /** Call in the click handler, for the permission prompt. */
  choose(timesADay: DailyFetch['timesADay']): void;
  /** Call in the click handler. */
  setNotify(notify: boolean): void;
  fetchNow(): void;
}

/** The daily fetch setting, its permissions and its state. */
export function useDailyFetch(): DailyFetching {
  const setting = useSetting(dailyFetch);
  const state = useSetting(dailyFetchState);
  const allowed = useSubscription(() => fetchingAllowed, []);
  const mayNotify = useSubscription(() => notifyingAllowed, []);
  const [refused, setRefused] = useState<DailyFetching['refused']>();
  const failing = useFailure();
  const [underWay, setUnderWay] = useState(false);

  const attempt = (work: () => Promise<void>): void => {
    setRefused(undefined);
    failing.attempt(work);
  };
  /** Merges into the value as stored now. */
  const change = async (part: Partial<DailyFetch>): Promise<void> =>
    dailyFetch.change((former) => ({ ...former, ...part }));
  const requestFetch = async (wanted: boolean): Promise<void> => {
    setUnderWay(true);
    await sendMessage('daily-list.fetch', { wanted }).finally(() => setUnderWay(false));
  };
  const changeWhenAllowed = async (
    answer: Promise<boolean>,
    otherwise: 'fetching' | 'notifying',
    part: Partial<DailyFetch>,
  ): Promise<void> => {
    if (!(await answer)) return setRefused(otherwise);
    await change(part);
    if (part.timesADay !== undefined) await requestFetch(false);
  };
  const switchOff = async (): Promise<void> => {
    await change({ timesADay: 0, notify: false });
    await removeFetching();
    await requestFetch(false);
  };
  return {
    setting,
    state,
    allowed,
    notifyingAllowed: mayNotify,
    refused,
    failure: failing.failure?.code,
    underWay,
    choose: (timesADay) =>
      attempt(() =>
        timesADay === 0 ? switchOff() : changeWhenAllowed(askToFetch(), 'fetching', { timesADay }),
      ),
    setNotify: (notify) =>
      attempt(() =>
        notify
          ? changeWhenAllowed(askToNotify(), 'notifying', { notify })
          : change({ notify }).then(removeNotifying),
      ),
    fetchNow() {
      if (!underWay) attempt(() => requestFetch(true));
    },
  };
}
