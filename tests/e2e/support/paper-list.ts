import type { Locator, Page } from '@playwright/test';
import { EntryControls } from './entry-controls';
import { ExportMenu } from './export-menu';
import { escapeRegExp } from './names';

/** The searchable list that the popup and the library page share. */
export class PaperList {
  readonly searchBox: Locator;
  /** The controls of the open paper. */
  readonly entry: EntryControls;
  readonly exportMenu: ExportMenu;

  constructor(readonly page: Page) {
    this.searchBox = page.getByRole('searchbox', { name: 'Search papers' });
    this.entry = new EntryControls(page);
    this.exportMenu = new ExportMenu(page);
  }

  async search(words: string): Promise<void> {
    await this.searchBox.fill(words);
  }

  paper(title: string): Locator {
    return this.papers.filter({ has: this.#titled(this.page, title) });
  }

  /** The rendered papers; a long list renders only some. */
  get papers(): Locator {
    const rows = this.page.getByRole('listitem').or(this.page.getByRole('row'));
    return rows.filter({ has: this.page.getByRole('heading').or(this.page.getByRole('link')) });
  }

  async openPaper(title: string): Promise<void> {
    await this.#titled(this.paper(title), title).first().click();
  }

  #titled(scope: Page | Locator, title: string): Locator {
    const name = new RegExp(escapeRegExp(title));
    return scope.getByRole('link', { name }).or(scope.getByRole('heading', { name }));
  }
}
