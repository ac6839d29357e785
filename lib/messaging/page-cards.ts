import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import type { Listing } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Paper } from '@/lib/papers/paper';
import { CARDS } from '@/lib/papers/limits';
import { count, listUpTo, paperId } from '@/lib/papers/schemas';
import { sleep } from '@/lib/shared/sleep';
import { listing, paper } from './protocol';

export interface PageCards {
  listing: Listing;
  /** Readable papers, in page order. */
  paperIds: PaperId[];
  /** Not seen, saved or dismissed before this visit. */
  newIds: PaperId[];
  /** Distinct cards, readable or not. */
  cardsFound: number;
}

/** The paper whose page is in a tab. */
export interface PagePaper {
  paper: Paper;
}

/** Pages draw their cards within this time of loading or navigation, ms. */
const CARDS_MAY_FOLLOW = 4000;
const POLL = 100;

const QUESTION = 'papershelf.page-cards';

const answerSchema: v.GenericSchema<unknown, PageCards | PagePaper> = v.union([
  v.object({
    listing,
    paperIds: listUpTo(CARDS, paperId),
    newIds: listUpTo(CARDS, paperId),
    cardsFound: count,
  }),
  v.object({ paper }),
]);

/**
 * Asks the page in a tab, polling while cards may be loading; undefined for neither a listing nor a
 * paper's page.
 */
export async function pageCards(tabId: number): Promise<PageCards | PagePaper | undefined> {
  try {
    const askedUntil = performance.now() + CARDS_MAY_FOLLOW;
    let answer: unknown = await browser.tabs.sendMessage(tabId, QUESTION);
    while (answer === null && performance.now() < askedUntil) {
      await sleep(POLL);
      answer = await browser.tabs.sendMessage(tabId, QUESTION);
    }
    const parsed = v.safeParse(answerSchema, answer);
    return parsed.success ? parsed.output : undefined;
  } catch {
    // No listener: neither.
    return undefined;
  }
}

/** Answers `pageCards`; `cards` returns undefined on other pages than listings and papers. */
export function answerPageCards(
  cards: () => PageCards | PagePaper | undefined,
  signal: AbortSignal,
): void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (answer: PageCards | PagePaper | null) => void,
  ): undefined => {
    if (message !== QUESTION || sender.id !== browser.runtime.id) return;
    sendResponse(cards() ?? null);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/**
 * The active tab; for a page in a tab, the one used before. Has address and title only after a
 * toolbar click (`activeTab`) or with host access.
 */
export async function activeTab(): Promise<Browser.tabs.Tab | undefined> {
  const [own, tabs] = await Promise.all([
    browser.tabs.getCurrent(),
    browser.tabs.query({ currentWindow: true }),
  ]);
  const others = tabs.filter((tab) => tab.id !== own?.id);
  if (own === undefined) return others.find((tab) => tab.active);
  return others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
