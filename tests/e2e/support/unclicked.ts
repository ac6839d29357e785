/**
 * What takes a click on the browser's own controls, which no test can make: the click on an item of
 * the context menu, and the one on the toolbar button, which gives `activeTab`.
 */
import type { BrowserContext, Page } from '@playwright/test';
import type { browser as Browser } from 'wxt/browser';

/** In the worker, and in pages of the extension. */
declare const chrome: typeof Browser;

/**
 * Tells the background of a click on the item for quotations in a page's context menu. Without a real
 * click no script may be put into the page, so the selection is as the browser hands it over.
 */
export async function clickQuotationItem(page: Page, selectionText: string): Promise<void> {
  await page.bringToFront();
  const context = page.context();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(
    async ([pageUrl, selectionText]) => {
      // Fails where there is no such item.
      await chrome.contextMenus.update('add-quotation', {});
      const [tab] = await chrome.tabs.query({ active: true });
      // Not part of the API, but there for the browser's own bindings.
      const clicked = chrome.contextMenus.onClicked as unknown as {
        dispatch(click: object, tab: object | undefined): void;
      };
      const click = { menuItemId: 'add-quotation', editable: false, frameId: 0 };
      clicked.dispatch({ ...click, pageUrl, selectionText }, tab);
    },
    [page.url(), selectionText] as const,
  );
}

/**
 * Lets the popup see of the tab what the reader's click on the toolbar button would let it see; for
 * popups opened from now on. One that is opened as a page was not clicked for, so the browser keeps
 * the tab's address from it, and its scripts out of the tab: the page's own answer takes their place.
 * @param scripts false for a viewer of PDFs, which lets none in
 */
export async function grantActiveTab(
  context: BrowserContext,
  tab: Page,
  { scripts = true } = {},
): Promise<void> {
  const citationTags = await tab.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name^="citation_"]')].map(
      ({ name, content }) => [name, content],
    ),
  );
  await context.addInitScript(
    ({ url, title, result }) => {
      if (location.pathname !== '/popup.html') return;
      const { tabs, scripting } = chrome;
      const query = tabs.query.bind(tabs);
      Object.assign(tabs, {
        query: async (about: object, answer?: (tabs: object[]) => void) => {
          const own = await tabs.getCurrent();
          const found = (await query(about)).map((each) =>
            each.id === own?.id ? each : { ...each, url, title },
          );
          answer?.(found);
          return found;
        },
      });
      Object.assign(scripting, {
        executeScript: async (_: object, answer?: (results: object[]) => void) => {
          const results = result === null ? [] : [{ result }];
          answer?.(results);
          return results;
        },
      });
    },
    {
      url: tab.url(),
      title: await tab.title(),
      result: scripts ? { selection: '', citationTags } : null,
    },
  );
}
