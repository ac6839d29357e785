import { expect, type Locator, type Page } from '@playwright/test';
import { DAY_MS } from '../../../lib/shared/day';
import type { Papershelf } from './papershelf';

/** The extension API, as used here. */
declare const chrome: {
  storage: {
    local: {
      get(key: 'copies'): Promise<{ copies: { at: number }[] }>;
      set(items: { copies: { at: number }[] }): Promise<void>;
    };
  };
  downloads: { erase(query: object): Promise<number[]> };
};

/** The settings in the library page. */
export class SettingsPage {
  readonly automatic: Locator;
  readonly backUp: Locator;
  readonly backupFiles: Locator;

  constructor(readonly page: Page) {
    this.automatic = page.getByRole('switch', { name: 'Automatic backups' });
    this.backUp = page.getByRole('button', { name: 'Back up now' });
    this.backupFiles = page.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  }

  static async open(papershelf: Papershelf): Promise<SettingsPage> {
    const page = await papershelf.context.newPage();
    await page.goto(papershelf.url('library.html#/settings'));
    return new SettingsPage(page);
  }

  async switchOn(every: 'Every day' | 'Every week' | 'Every month'): Promise<void> {
    await this.automatic.click();
    await expect(this.automatic).toBeChecked();
    await this.page.getByRole('radio', { name: every }).check();
  }

  async keep(count: number): Promise<void> {
    const field = this.page.getByRole('spinbutton', { name: 'Backups to keep' });
    await field.fill(String(count));
    await field.press('Tab');
  }

  async ageBackups(days: number): Promise<void> {
    await this.page.evaluate(
      (ms) =>
        // The extension's lock, since it may still be changing the list.
        navigator.locks.request('papershelf-copies', async () => {
          const { copies } = await chrome.storage.local.get('copies');
          const older = copies.map((backup) => ({ ...backup, at: backup.at - ms }));
          await chrome.storage.local.set({ copies: older });
        }),
      days * DAY_MS,
    );
  }

  /** As when the reader clears the browser's history. */
  async eraseDownloads(): Promise<void> {
    await this.page.evaluate(() => chrome.downloads.erase({}));
  }
}
