import { expect, type Locator, type Page } from '@playwright/test';
import type { Papershelf } from './papershelf';
import { type MissedPaperSeed, seedMissedPapers } from './seed-missed-papers';

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

  static async openWith(
    papershelf: Papershelf,
    papers: readonly MissedPaperSeed[],
    visitedDaysAgo: number,
  ): Promise<DigestPage> {
    const page = await papershelf.context.newPage();
    await page.goto(papershelf.url('library.html#/digest'));
    await expect(page.getByText('Nothing to catch up on yet.')).toBeVisible();
    await seedMissedPapers(page, papers, visitedDaysAgo);
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

  titles(): Promise<string[]> {
    return this.page.getByRole('heading', { level: 4 }).allTextContents();
  }

  /** Handled papers are dimmed. */
  async expectHandled(title: string, isHandled = true): Promise<void> {
    const row = expect(this.row(title));
    await (isHandled ? row : row.not).toHaveClass(/digest-handled/);
  }

  async expectCount(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible();
  }
}
