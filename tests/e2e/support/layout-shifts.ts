import type { Page } from '@playwright/test';

/**
 * Has every page that `page` opens from now on keep its layout shifts. A long page shifts by itself
 * while it is still coming in, so the extension's begin with its first element.
 */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: (PerformanceEntry & { value?: number })[] = [];
    let since = Number.POSITIVE_INFINITY;
    const ours = () => shifts.filter(({ startTime }) => startTime >= since);
    Object.assign(window, {
      layoutShift: () => ours().reduce((sum, { value = 0 }) => sum + value, 0),
    });
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
    new MutationObserver(() => {
      if (document.querySelector('papershelf-bar, papershelf-card') === null) return;
      since = Math.min(since, performance.now());
    }).observe(document, { childList: true, subtree: true });
  });
}

/** How much the page shifted since the extension's first element was on it, as browsers score it. */
export async function layoutShift(page: Page): Promise<number> {
  return Number(await page.evaluate('window.layoutShift()'));
}
