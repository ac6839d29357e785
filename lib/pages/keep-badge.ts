import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { sendMessage } from '@/lib/messaging/client';
import { dailyFetch } from '@/lib/settings/daily-fetch';

/** Changes that come so soon after one are shown together, ms: a note is stored as it is typed. */
const TOGETHER = 2000;

/**
 * Keeps the number on the toolbar button right after this page's own changes: has the background,
 * which does not hear of them and outlives the page, show it at once. It is woken only while the daily
 * list is switched on. Called once.
 */
export function keepBadge(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  let isOn = false;
  const tell = async (): Promise<void> => {
    try {
      await sendMessage('daily-list.show-missed', {});
    } catch (error) {
      console.warn('Papershelf could not show how many papers were missed', error);
    }
  };
  const show = async (): Promise<void> => {
    isDue = false;
    isOn = (await dailyFetch.read()).timesADay !== 0;
    if (isOn) await tell();
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
  // As long as the page lives.
  onAnnouncedChange(onChange, new AbortController().signal);
  addEventListener('pagehide', () => {
    if (isDue && isOn) void tell();
  });
}
