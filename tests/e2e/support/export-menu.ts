import type { Download, Locator, Page } from '@playwright/test';
import type { ExportFormatName } from './names';

/** The Export button and its menu. */
export class ExportMenu {
  readonly button: Locator;

  constructor(readonly page: Page) {
    this.button = page.getByRole('button', { name: 'Export', exact: true }).first();
  }

  item(format: ExportFormatName): Locator {
    return this.page.getByRole('menuitem', { name: format, exact: true });
  }

  async download(format: ExportFormatName): Promise<Download> {
    const started = this.page.waitForEvent('download');
    await this.button.click();
    await this.item(format).click();
    return started;
  }
}
