import { onAnnouncedChange } from '../messaging/announcements';
import { ask } from '../messaging/client';
import { dailyFetch } from '../settings/daily-fetch';

/**
 * Keeps the number on the toolbar button right after this page's own changes: has the background,
 * which does not hear of them and outlives the page, show it at once. It is woken only while the daily
 * list is switched on. Called once.
 */
export function keepBadge(): void {
  const show = async (): Promise<void> => {
    const { timesADay } = await dailyFetch.read();
    if (timesADay !== 0) await ask('daily-list.show-missed', {});
  };
  const onChange = () =>
    void show().catch((error: unknown) =>
      console.warn('Papershelf could not show how many papers were missed', error),
    );
  // As long as the page lives.
  onAnnouncedChange(onChange, new AbortController().signal);
}
