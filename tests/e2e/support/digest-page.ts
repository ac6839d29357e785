import { expect, type Locator, type Page } from '@playwright/test';
import type { Papershelf } from './papershelf';
import { type MissedToPut, putMissed } from './put-missed';

/** The digest in the library page. */
export class DigestPage {
  readonly days: Locator;
  readonly place: Locator;
  readonly undo: Locator;

  constructor(readonly page: Page) {
    this.days = page.getByRole('heading', { level: 3 }).filter({ has: page.locator('time') });
    this.place = page.getByRole('link', { name: /^Digest/ });
    this.undo = page.getByRole('button', { name: 'Undo', exact: true });
  }

  /** Opens it with papers that were missed since a visit so many days ago. */
  static async openWith(
    papershelf: Papershelf,
    papers: readonly MissedToPut[],
    visitedDaysAgo: number,
  ): Promise<DigestPage> {
    const page = await papershelf.context.newPage();
    await page.goto(papershelf.url('library.html#/digest'));
    await expect(page.getByText('Nothing to catch up with yet.')).toBeVisible();
    await putMissed(page, papers, visitedDaysAgo);
    await page.reload();
    const digest = new DigestPage(page);
    await expect(digest.days.first()).toBeVisible();
    return digest;
  }

  row(title: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** The titles in their order. */
  titles(): Promise<string[]> {
    return this.page.getByRole('heading', { level: 4 }).allTextContents();
  }

  /** Whether the reader need not deal with a paper any more: it is dimmed. */
  async expectDealtWith(title: string, dealtWith = true): Promise<void> {
    const row = expect(this.row(title));
    await (dealtWith ? row : row.not).toHaveClass(/digest-dealt/);
  }

  /** How many papers are left, as the bar says it. */
  async expectCount(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible();
  }
}
