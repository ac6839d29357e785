import type { Page } from '@playwright/test';

/**
 * Records the layout shifts of all documents that `page` opens from now on. Counts from the
 * extension's first element, since a long page shifts while it loads.
 */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: (PerformanceEntry & { value?: number })[] = [];
    let since = Number.POSITIVE_INFINITY;
    const counted = () => shifts.filter(({ startTime }) => startTime >= since);
    Object.assign(window, {
      layoutShift: () => counted().reduce((sum, { value = 0 }) => sum + value, 0),
    });
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
    new MutationObserver(() => {
      if (document.querySelector('[data-papershelf]') === null) return;
      since = Math.min(since, performance.now());
    }).observe(document, { childList: true, subtree: true });
  });
}

/** The layout shift score since the extension's first element. */
export async function layoutShift(page: Page): Promise<number> {
  return Number(await page.evaluate('window.layoutShift()'));
}
