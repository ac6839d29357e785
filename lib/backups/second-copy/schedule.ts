import { browser } from 'wxt/browser';
import { secondCopy } from '@/lib/settings/second-copy';
import { isAhead } from '@/lib/shared/clock';

export const COPY_ALARM = 'second-copy';

/** Minimum between two copies, ms. */
export const INTERVAL = 5 * 60_000;
/** Time after a change, ms: more changes usually follow. */
const SOON = 60_000;

/**
 * Schedules a copy a while after a change, one for many changes.
 * @param now ms since epoch
 */
export async function scheduleCopy(now: number): Promise<void> {
  const set = await browser.alarms.get(COPY_ALARM);
  // Replaces an alarm set while the clock was ahead.
  if (set !== undefined && set.scheduledTime <= now + INTERVAL) return;
  const { at } = await secondCopy.read();
  const next = isAhead(at, now) ? now : at + INTERVAL;
  await browser.alarms.create(COPY_ALARM, { when: Math.max(now + SOON, next) });
}
