import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import type { Listing } from '../papers/listing';
import type { PaperId } from '../papers/paper-id';
import { paperId } from '../papers/schemas';
import { listing } from './protocol';

/** What the listing in a tab shows. */
export interface PageCards {
  listing: Listing;
  /** The papers that could be read, in the order of the page. */
  paperIds: PaperId[];
  /** Those that no page had shown before this visit. */
  newIds: PaperId[];
  /** Distinct cards on the page, readable or not. */
  cardsFound: number;
}

const QUESTION = 'papershelf.page-cards';

const answerSchema: v.GenericSchema<unknown, PageCards> = v.object({
  listing,
  paperIds: v.array(paperId),
  newIds: v.array(paperId),
  cardsFound: v.number(),
});

/**
 * Asks the listing in the tab that the reader looks at; when this page is itself a tab, in the tab
 * looked at before. Undefined when that tab shows no listing.
 */
export async function pageCards(): Promise<PageCards | undefined> {
  const tabId = await tabInView();
  if (tabId === undefined) return undefined;
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, QUESTION);
    const parsed = v.safeParse(answerSchema, answer);
    return parsed.success ? parsed.output : undefined;
  } catch {
    // Nobody listens in a tab that is no listing.
    return undefined;
  }
}

/** Answers `pageCards` in a listing's content script; `cards` gives undefined while there are none. */
export function answerPageCards(cards: () => PageCards | undefined, signal: AbortSignal): void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (answer: PageCards | null) => void,
  ): undefined => {
    if (message !== QUESTION || sender.id !== browser.runtime.id) return;
    sendResponse(cards() ?? null);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

async function tabInView(): Promise<number | undefined> {
  const [own, tabs] = await Promise.all([
    browser.tabs.getCurrent(),
    browser.tabs.query({ currentWindow: true }),
  ]);
  const others = tabs.filter((tab) => tab.id !== own?.id);
  if (own === undefined) return others.find((tab) => tab.active)?.id;
  return others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id;
}
