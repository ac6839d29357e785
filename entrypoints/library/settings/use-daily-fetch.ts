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
  /** Undefined until it is read; so are the next three. */
  setting: DailyFetch | undefined;
  state: DailyFetchState | undefined;
  /** Whether the browser lets us reach the site. */
  allowed: boolean | undefined;
  /** Whether it lets us notify the reader. */
  notifyingAllowed: boolean | undefined;
  /** What the reader was just asked to allow, and did not. */
  refused: 'fetching' | 'notifying' | undefined;
  failure: FailureCode | undefined;
  /** Whether the background is at it for this page. */
  underWay: boolean;
  /** Called in the click itself: the browser asks the reader then. */
  choose(timesADay: DailyFetch['timesADay']): void;
  /** Called in the click itself. */
  setNotify(notify: boolean): void;
  fetchNow(): void;
}

/** Whether the day's list is fetched, the permissions that go with it, and what came of it. */
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
  /** The one setting, changed as it is stored now. */
  const change = async (part: Partial<DailyFetch>): Promise<void> =>
    dailyFetch.change((former) => ({ ...former, ...part }));
  const seeToIt = async (wanted: boolean): Promise<void> => {
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
    if (part.timesADay !== undefined) await seeToIt(false);
  };
  const switchOff = async (): Promise<void> => {
    await change({ timesADay: 0, notify: false });
    await removeFetching();
    await seeToIt(false);
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
      if (!underWay) attempt(() => seeToIt(true));
    },
  };
}
