import { expect, type Locator, type Page } from '@playwright/test';
import type { Papershelf } from './papershelf';

/** The extension API, as used here. */
declare const chrome: {
  action: {
    getBadgeText(details: object): Promise<string>;
    getTitle(details: object): Promise<string>;
  };
  alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> };
  notifications: { getAll(): Promise<Record<string, boolean>> };
};

/** The settings of the daily list. */
export class DailyListSettings {
  readonly section: Locator;
  readonly fetchNow: Locator;
  readonly notify: Locator;

  constructor(readonly page: Page) {
    this.section = page.getByRole('region', { name: 'Daily list' });
    this.fetchNow = this.section.getByRole('button', { name: 'Fetch now' });
    this.notify = this.section.getByRole('switch', { name: 'Notify me of new papers' });
  }

  static async open(papershelf: Papershelf): Promise<DailyListSettings> {
    const page = await papershelf.context.newPage();
    await page.goto(papershelf.url('library.html#/settings'));
    return new DailyListSettings(page);
  }

  async choose(often: 'Off' | 'Once a day' | 'Twice a day'): Promise<void> {
    const choice = this.section.getByRole('radio', { name: often });
    // Checked only after permission was granted and the setting stored.
    await choice.click();
    await expect(choice).toBeChecked();
  }

  async expectBadge(text: string, title: string): Promise<void> {
    const badge = () =>
      this.page.evaluate(async () => [
        await chrome.action.getBadgeText({}),
        await chrome.action.getTitle({}),
      ]);
    await expect.poll(badge).toEqual([text, title]);
  }

  alarms(): Promise<string[]> {
    // Without that of the second copy, which any change sets.
    return this.page.evaluate(async () =>
      (await chrome.alarms.getAll())
        .map(({ name }) => name)
        .filter((name) => name !== 'second-copy'),
    );
  }

  notifications(): Promise<number> {
    return this.page.evaluate(async () => Object.keys(await chrome.notifications.getAll()).length);
  }
}
