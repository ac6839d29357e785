import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { countMissed } from '@/lib/library/digest/digest';
import type { LibraryContext } from '@/lib/library/context';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { digestPeriod } from '@/lib/settings/digest-period';
import { withLock } from '@/lib/shared/lock';
import { newPapersMessage } from './format-new-papers';
import { clearNotification } from './notification';

/** The largest count that fits. */
const MOST_SHOWN = 999;

/** The icon's colours; not red, as nothing is wrong. */
const COLOURS = { background: '#5b6178', text: '#ffffff' };

const LOCK = 'papershelf-badge';

/**
 * Shows the number of papers in the digest's chosen period, in the toolbar button's badge and
 * title; nothing while the daily list is off. Clears the notification at zero. Serialized: the
 * newest count wins.
 */
export async function showMissedCount(library: LibraryContext): Promise<void> {
  await withLock(LOCK, () => showCount(library));
}

async function showCount(library: LibraryContext): Promise<void> {
  const { timesADay } = await dailyFetch.read();
  const missed = timesADay === 0 ? 0 : await countMissed(library, await digestPeriod.read());
  const name = i18n.t('extName');
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: COLOURS.background }),
    browser.action.setBadgeTextColor({ color: COLOURS.text }),
    browser.action.setBadgeText({ text: badgeText(missed) }),
    browser.action.setTitle({
      title: missed === 0 ? name : i18n.t('dailyFetch.badge', [name, newPapersMessage(missed)]),
    }),
    missed === 0 && clearNotification(),
  ]);
}

function badgeText(missed: number): string {
  if (missed > MOST_SHOWN) return `${MOST_SHOWN}+`;
  return missed === 0 ? '' : String(missed);
}
