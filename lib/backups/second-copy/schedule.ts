import { browser } from 'wxt/browser';
import { secondCopy } from '@/lib/settings/second-copy';
import { isAhead } from '@/lib/shared/clock';

/** The alarm that wakes the background to copy. */
export const COPY_ALARM = 'second-copy';

/** Least time between two copies, ms. */
export const INTERVAL = 5 * 60_000;
/** Time after a change, ms: more changes usually follow. */
const SOON = 60_000;

/**
 * Has the background copy what the reader wrote a while after a change; one alarm for many.
 * @param now ms since epoch
 */
export async function scheduleCopy(now: number): Promise<void> {
  const set = await browser.alarms.get(COPY_ALARM);
  // One that a clock set ahead has put off is replaced.
  if (set !== undefined && set.scheduledTime <= now + INTERVAL) return;
  const { at } = await secondCopy.read();
  const next = isAhead(at, now) ? now : at + INTERVAL;
  await browser.alarms.create(COPY_ALARM, { when: Math.max(now + SOON, next) });
}
