import type { Browser } from 'wxt/browser';
import type { LibraryContext } from '@/lib/library/context';
import { paperInTab } from '@/lib/library/quotations/paper-in-tab';
import { recordPaper } from '@/lib/library/record/record-paper';
import { pageCards, activeTab, type PageCards } from '@/lib/messaging/page-cards';
import { tabContents } from '@/lib/messaging/tab-contents';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { paperAtAddress } from '@/lib/sites/paper-address';

/** What the active tab shows. */
export interface ShownInTab {
  /** In page order, all in the database; one on a paper's page. */
  paperIds: PaperId[];
  /** Undefined on a paper's page. */
  listing: PageCards | undefined;
}

/**
 * The papers of the tab's listing, or of its paper page, which may lack a content script (arXiv);
 * undefined for others. Records a single paper, like its page.
 */
export async function shownInTab(library: LibraryContext): Promise<ShownInTab | undefined> {
  const tab = await activeTab();
  if (tab?.id === undefined) return undefined;
  const page = await pageCards(tab.id);
  if (page !== undefined && 'listing' in page) {
    return { paperIds: page.paperIds, listing: page };
  }
  const paper = page?.paper ?? (await paperAtTab(library, tab.id, tab));
  if (paper === undefined) return undefined;
  await recordPaper(library, paper);
  return { paperIds: [paper.id], listing: undefined };
}

async function paperAtTab(
  library: LibraryContext,
  tabId: number,
  { url, title = '' }: Pick<Browser.tabs.Tab, 'url' | 'title'>,
): Promise<Paper | undefined> {
  const id = url === undefined ? undefined : paperAtAddress(new URL(url));
  if (id === undefined) return undefined;
  const contents = await tabContents(tabId);
  const ownTitle = contents?.translated ? '' : title;
  return paperInTab(library, id, contents?.citationTags ?? [], ownTitle);
}
