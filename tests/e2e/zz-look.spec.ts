import { seedLibrary } from '../bench/seed';
import { realisticPapers } from '../bench/realistic-papers';
import { test } from './support/fixtures';
for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    test(`look ${scheme}`, async ({ openLibrary, papershelf }) => {
      test.setTimeout(200_000);
      const { page } = await openLibrary();
      await page.waitForTimeout(1000);
      await seedLibrary(page, realisticPapers(0, 3000));
      await page.reload();
      await page.waitForTimeout(6000);
      const shot = async (name: string) =>
        page.screenshot({ path: `/tmp/shots/${scheme}-${name}.png` });
      await page.setViewportSize({ width: 1400, height: 860 });
      await page.locator('.row').nth(2).click();
      await page.waitForTimeout(600);
      await shot('1-open');
      await page.getByRole('searchbox').fill('attention tag:vision -memory year:soon');
      await page.waitForTimeout(900);
      await shot('2-query');
      await page.getByRole('searchbox').fill('reasoning');
      await page.waitForTimeout(700);
      await page.keyboard.press('Escape');
      await page.locator('.row-check input').nth(1).click();
      await page
        .locator('.row-check input')
        .nth(4)
        .click({ modifiers: ['Shift'] });
      await page.getByRole('button', { name: 'Tags', exact: true }).click();
      await page.waitForTimeout(500);
      await shot('3-bulk');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Compact' }).click();
      await page.waitForTimeout(500);
      await shot('4-compact');
      for (const v of ['tags', 'reading', 'import', 'trash', 'settings']) {
        await page.evaluate((h) => {
          location.hash = `#/${h}`;
        }, v);
        await page.waitForTimeout(1500);
        await shot(`5-${v}`);
      }
      await page.setViewportSize({ width: 900, height: 800 });
      await page.evaluate(() => {
        location.hash = '#/';
      });
      await page.waitForTimeout(800);
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.waitForTimeout(400);
      await shot('6-medium');
      await page.setViewportSize({ width: 400, height: 800 });
      await page.waitForTimeout(400);
      await page.keyboard.press('Escape');
      await shot('7-narrow');
      const popup = await papershelf.openPopup();
      await popup.search('attention tag:vis');
      await popup.page.waitForTimeout(900);
      await popup.page.screenshot({ path: `/tmp/shots/${scheme}-8-popup.png` });
    });
  });
}
