import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { sendMessage } from '@/lib/messaging/client';
import { dailyFetch } from '@/lib/settings/daily-fetch';

/** Throttle interval, ms: notes are stored while typed. */
const TOGETHER = 2000;

/**
 * Has the background, which survives this page but misses its changes, update the badge while the
 * daily list is on. Call once.
 */
export function keepBadge(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  let isOn = false;
  const showMissed = async (): Promise<void> => {
    try {
      await sendMessage('daily-list.show-missed', {});
    } catch (error) {
      console.warn('Papershelf could not show how many papers were missed', error);
    }
  };
  const show = async (): Promise<void> => {
    isDue = false;
    isOn = (await dailyFetch.read()).timesADay !== 0;
    if (isOn) await showMissed();
  };
  const onChange = (): void => {
    isDue = true;
    if (timer !== undefined) return;
    void show();
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) onChange();
    }, TOGETHER);
  };
  // While the page lives.
  onAnnouncedChange(onChange, new AbortController().signal);
  addEventListener('pagehide', () => {
    if (isDue && isOn) void showMissed();
  });
}
