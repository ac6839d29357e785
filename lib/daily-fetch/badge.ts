import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { countMissed } from '@/lib/library/digest/digest';
import type { LibraryContext } from '@/lib/library/context';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { newPapersMessage } from './new-papers-words';
import { clearNotification } from './notification';

/** What fits on a badge. */
const MOST_SHOWN = 999;

/** Quiet: not the red of something wrong. The ink and the paper of the icon's own colours. */
const COLOURS = { background: '#5b6178', text: '#ffffff' };

const LOCK = 'papershelf-badge';

/**
 * Shows on the toolbar button how many papers the reader has missed, and says so in its name; nothing
 * while the daily list is switched off. With nothing missed, the notification goes too.
 * One at a time, so that the newest count is the last to be shown.
 */
export async function showMissedCount(library: LibraryContext): Promise<void> {
  await navigator.locks.request(LOCK, () => showCount(library));
}

async function showCount(library: LibraryContext): Promise<void> {
  const { timesADay } = await dailyFetch.read();
  const missed = timesADay === 0 ? 0 : await countMissed(library);
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
