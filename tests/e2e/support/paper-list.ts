import type { Locator, Page } from '@playwright/test';
import { EntryControls } from './entry-controls';
import { Exporting } from './exporting';
import { literally } from './names';

/** What the popup and the library page have in common: a searchable list whose papers open. */
export class PaperList {
  readonly searchBox: Locator;
  /** The controls of the paper that is open. */
  readonly entry: EntryControls;
  readonly exporting: Exporting;

  constructor(readonly page: Page) {
    this.searchBox = page.getByRole('searchbox', { name: 'Search papers' });
    this.entry = new EntryControls(page);
    this.exporting = new Exporting(page);
  }

  async search(words: string): Promise<void> {
    await this.searchBox.fill(words);
  }

  /** The list item or row of one paper. */
  paper(title: string): Locator {
    return this.papers.filter({ has: this.#titled(this.page, title) });
  }

  /** Every paper drawn now; a long list draws only a part. */
  get papers(): Locator {
    const rows = this.page.getByRole('listitem').or(this.page.getByRole('row'));
    return rows.filter({ has: this.page.getByRole('heading').or(this.page.getByRole('link')) });
  }

  async openPaper(title: string): Promise<void> {
    await this.#titled(this.paper(title), title).first().click();
  }

  #titled(scope: Page | Locator, title: string): Locator {
    const name = new RegExp(literally(title));
    return scope.getByRole('link', { name }).or(scope.getByRole('heading', { name }));
  }
}
