import { useState } from 'preact/hooks';
import { useFailure } from '@/components/feedback/use-failure';
import { replace, useOptimistic } from '@/components/hooks/use-optimistic';
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
import { useEditableSetting, useSetting } from '@/lib/pages/library/use-setting';

export interface DailyFetching {
  /** With changes being stored; undefined while loading, like the next two. */
  setting: DailyFetch | undefined;
  state: DailyFetchState | undefined;
  /** Access to the site is permitted. */
  allowed: boolean | undefined;
  /** On, but access to the site is no longer permitted. */
  revoked: boolean;
  /** It notifies and may, or soon will; undefined while loading. */
  notifies: boolean | undefined;
  /** The permission just denied. */
  refused: 'fetching' | 'notifying' | undefined;
  failure: FailureCode | undefined;
  /** The background is fetching for this page. */
  underWay: boolean;
  /** Call in the click handler, which may prompt. */
  choose(timesADay: DailyFetch['timesADay']): void;
  /** Call in the click handler. */
  setNotify(notify: boolean): void;
  fetchNow(): void;
}

/** The setting, its permissions and the state. */
export function useDailyFetch(): DailyFetching {
  const { stored, shown, show, store } = useEditableSetting(dailyFetch);
  const state = useSetting(dailyFetchState);
  const allowed = useSubscription(() => fetchingAllowed, []);
  const mayNotify = useSubscription(() => notifyingAllowed, []);
  const [notifies, showNotifies] = useOptimistic(
    stored && mayNotify !== undefined ? stored.notify && mayNotify : undefined,
    replace<boolean | undefined>,
  );
  const [refused, setRefused] = useState<DailyFetching['refused']>();
  const failing = useFailure();
  const [underWay, setUnderWay] = useState(false);

  const attempt = (work: () => Promise<unknown>): Promise<boolean> => {
    setRefused(undefined);
    return failing.attempt(work);
  };
  const requestFetch = async (wanted: boolean): Promise<void> => {
    setUnderWay(true);
    await sendMessage('daily-list.fetch', { wanted }).finally(() => setUnderWay(false));
  };
  const changeWhenAllowed = async (
    answer: Promise<boolean>,
    otherwise: 'fetching' | 'notifying',
    part: Partial<DailyFetch>,
  ): Promise<boolean> => {
    if (!(await answer)) {
      setRefused(otherwise);
      return false;
    }
    await store(part);
    if (part.timesADay !== undefined) await requestFetch(false);
    return true;
  };
  const switchOff = async (): Promise<void> => {
    await store({ timesADay: 0, notify: false });
    await removeFetching();
    await requestFetch(false);
  };
  return {
    setting: shown,
    state,
    allowed,
    revoked: stored !== undefined && stored.timesADay !== 0 && allowed === false,
    notifies,
    refused,
    failure: failing.failure?.code,
    underWay,
    choose(timesADay) {
      const part = { timesADay };
      const work = (): Promise<unknown> =>
        timesADay === 0 ? switchOff() : changeWhenAllowed(askToFetch(), 'fetching', part);
      show(part, attempt(work));
    },
    setNotify(notify) {
      const part = { notify };
      const work = (): Promise<unknown> =>
        notify
          ? changeWhenAllowed(askToNotify(), 'notifying', part)
          : store(part).then(removeNotifying);
      showNotifies(notify, attempt(work));
    },
    fetchNow() {
      if (!underWay) void attempt(() => requestFetch(true));
    },
  };
}
