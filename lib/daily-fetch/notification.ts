import { browser } from 'wxt/browser';
import type { LibraryContext } from '@/lib/library/context';
import { lastVisitDay, missedPapers } from '@/lib/library/digest/digest';
import { localDayOf } from '@/lib/shared/day';
import type { KnownPaper } from '@/lib/papers/paper';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { newPapersMessage } from './new-papers-words';
import { mayNotify } from './permission';
import { changeState, currentState, withStateLock } from './state';

/** One at a time: a later one takes the place of the former. */
const ID = 'daily-list';
/** How many titles it shows. */
const TITLES = 3;

/**
 * Notifies the reader of what was missed, if that is wished and permitted, when there is something
 * that was not there at the last time, and once a day (of the reader's own clock) at most.
 */
export async function notifyOfNew(library: LibraryContext): Promise<void> {
  const { timesADay, notify } = await dailyFetch.read();
  if (timesADay === 0 || !notify || !(await mayNotify())) return;
  const missed = await withStateLock(() => claimNews(library));
  if (missed.length > 0) await show(missed);
}

/** What to notify of; empty when there is no reason to. Not again today. */
async function claimNews(library: LibraryContext): Promise<KnownPaper[]> {
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
  // Before it can be clicked; what is listened to already is not listened to twice.
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

/** Takes the notification away, if it is shown: what it told of is missed no more. */
export async function clearNotification(): Promise<void> {
  // Not there without the permission.
  await browser.notifications?.clear(ID);
}

/** Has a click on the notification open the digest. Called at every start of the background. */
export function openDigestOnClick(): void {
  // Not there without the permission.
  browser.notifications?.onClicked.addListener(openDigest);
}

function openDigest(id: string): void {
  if (id !== ID) return;
  void browser.tabs.create({ url: browser.runtime.getURL('/library.html#/digest') });
  void clearNotification();
}
