import { i18n } from '#i18n';
import { browser, type Browser } from 'wxt/browser';
import type { LibraryContext } from '@/lib/library/context';
import { paperInTab } from '@/lib/library/quotations/paper-in-tab';
import { addQuotation } from '@/lib/library/quotations/quote';
import { pageCards } from '@/lib/messaging/page-cards';
import { sendQuotation, type QuotationAdded } from '@/lib/messaging/quotations';
import { tabContents } from '@/lib/messaging/tab-contents';
import { PAPER_PATTERNS, paperAtAddress } from '@/lib/sites/paper-address';

const MENU_ITEM = 'add-quotation';

/**
 * Adds a context menu item on paper pages that quotes the selection into the note. Call at every
 * background start.
 */
export function offerQuotations(library: LibraryContext): void {
  browser.contextMenus.create(
    {
      id: MENU_ITEM,
      title: i18n.t('quotation.menu'),
      contexts: ['selection'],
      documentUrlPatterns: PAPER_PATTERNS,
    },
    // Browsers keep the item while the background sleeps, and report duplicates.
    () => void browser.runtime.lastError,
  );
  browser.contextMenus.onClicked.addListener((click, tab) => {
    const { id, title } = tab ?? {};
    if (click.menuItemId === MENU_ITEM && id !== undefined) void quote(library, click, id, title);
  });
}

/** Reports on the page, or by a badge where no content script runs. */
async function quote(
  library: LibraryContext,
  click: Browser.contextMenus.OnClickData,
  tabId: number,
  tabTitle: string | undefined,
): Promise<void> {
  try {
    const addition = await addSelection(library, click, tabId, tabTitle);
    if (addition === undefined || (await sendQuotation(tabId, addition))) return;
    await browser.action.setBadgeText({ tabId, text: '✓' });
  } catch (error) {
    console.error('Papershelf could not add a quotation', error);
    // Cleared by the browser on navigation.
    await browser.action.setBadgeText({ tabId, text: '!' });
  }
}

async function addSelection(
  library: LibraryContext,
  { pageUrl, frameId, selectionText = '' }: Browser.contextMenus.OnClickData,
  tabId: number,
  tabTitle = '',
): Promise<QuotationAdded | undefined> {
  const url = pageUrl === undefined ? undefined : new URL(pageUrl);
  const paperId = url && paperAtAddress(url);
  if (url === undefined || paperId === undefined) return undefined;
  const contents = await tabContents(tabId, frameId);
  const ownTitle = contents?.translated ? '' : tabTitle;
  // A content script reads best; its paper may not be recorded yet.
  const page = await pageCards(tabId);
  const shown = page !== undefined && 'paper' in page ? page.paper : undefined;
  const paper =
    shown?.id === paperId && shown.title !== ''
      ? shown
      : await paperInTab(library, paperId, contents?.citationTags ?? [], ownTitle);
  const { state: _, ...undo } = await addQuotation(library, paper, {
    // `selectionText` lacks line breaks.
    text: contents?.selection.trim() || selectionText,
    url: url.origin + url.pathname,
  });
  return undo.before === undo.after ? undefined : { paperId, ...undo };
}
