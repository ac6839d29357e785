/**
 * Simulates clicks on the browser's own controls, which tests cannot click: the context menu, and
 * the toolbar button, which grants `activeTab`.
 */
import type { BrowserContext, Page } from '@playwright/test';
import type { browser as Browser } from 'wxt/browser';

/** The extension API. */
declare const chrome: typeof Browser;

/**
 * Dispatches a click on the quotation item of the context menu. Without a real click no script may
 * be injected, so the background uses the browser's selection text.
 */
export async function clickQuotationItem(page: Page, selectionText: string): Promise<void> {
  await page.bringToFront();
  const context = page.context();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(
    async ([pageUrl, selectionText]) => {
      // Fails without the item.
      await chrome.contextMenus.update('add-quotation', {});
      const [tab] = await chrome.tabs.query({ active: true });
      // Not in the API, but in the browser's bindings.
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
 * Grants popups opened from now on the tab access of a click on the toolbar button. Opened as a
 * page they may neither read the tab's URL nor inject scripts, so both are stubbed.
 * @param scripts false for a PDF viewer, which allows none
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
