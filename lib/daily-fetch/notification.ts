import { browser } from 'wxt/browser';
import type { LibraryContext } from '@/lib/library/context';
import { lastVisitDay, missedPapers } from '@/lib/library/digest/digest';
import { localDayOf } from '@/lib/shared/local-day';
import type { KnownPaper } from '@/lib/papers/paper';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { newPapersMessage } from './format-new-papers';
import { mayNotify } from './permission';
import { withLock } from '@/lib/shared/lock';
import { changeState, currentState, STATE_LOCK } from './state';

/** Constant, so that a notification replaces the last. */
const ID = 'daily-list';
const TITLES = 3;

/**
 * Notifies of missed papers, if wanted and permitted, when some are new since the last time, at
 * most once a local day.
 */
export async function notifyOfNew(library: LibraryContext): Promise<void> {
  const { timesADay, notify } = await dailyFetch.read();
  if (timesADay === 0 || !notify || !(await mayNotify())) return;
  const missed = await withLock(STATE_LOCK, () => claimNewPapers(library));
  if (missed.length > 0) await show(missed);
}

/** The papers to notify of; marks today as notified. */
async function claimNewPapers(library: LibraryContext): Promise<KnownPaper[]> {
  const now = library.now();
  const { notifiedAt } = await currentState(library);
  if (localDayOf(notifiedAt) === localDayOf(now)) return [];
  const missed = await missedPapers(library, await lastVisitDay(library.db, now));
  const papers = missed.map(({ paper }) => paper);
  if (!papers.some(({ firstSeenAt }) => firstSeenAt > notifiedAt)) return [];
  await changeState(library, () => ({ notifiedAt: now }));
  return papers;
}

async function show(papers: readonly KnownPaper[]): Promise<void> {
  // Before it can be clicked. Adding a listener twice has no effect.
  openDigestOnClick();
  const byUpvotes = papers.toSorted((a, b) => (b.upvotes ?? 0) - (a.upvotes ?? 0));
  await browser.notifications.create(ID, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title: newPapersMessage(papers.length),
    message: byUpvotes
      .slice(0, TITLES)
      .map(({ title }) => title)
      .join('\n'),
  });
}

/** Idempotent; no effect without the permission. */
export async function clearNotification(): Promise<void> {
  // Undefined without the permission.
  await browser.notifications?.clear(ID);
}

/** Opens the digest on click. Call at every start of the background. */
export function openDigestOnClick(): void {
  browser.notifications?.onClicked.addListener(openDigest);
}

function openDigest(id: string): void {
  if (id !== ID) return;
  void browser.tabs.create({ url: browser.runtime.getURL('/library.html#/digest') });
  void clearNotification();
}
