import type { Papershelf } from '../e2e/support/papershelf';

/** The time from the click on BibTeX to the download of the whole library, ms. */
export async function measureExporting(papershelf: Papershelf): Promise<number> {
  const { page } = await papershelf.openLibrary();
  await page.locator('.row').first().waitFor();
  // Wait for the complete list.
  await page.waitForTimeout(2000);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const started = page.waitForEvent('download', { timeout: 120_000 });
  await page.evaluate(() => {
    const marked = window as never as { exportStart: number; exportTime: number };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      if (this.download !== '') marked.exportTime = performance.now() - marked.exportStart;
      click.call(this);
    };
    document.addEventListener('click', () => (marked.exportStart = performance.now()), true);
  });
  await page.getByRole('menuitem', { name: 'BibTeX' }).click();
  await started;
  const time = await page.evaluate(() => (window as never as { exportTime: number }).exportTime);
  await page.close();
  return time;
}
