import type { Locator, Page } from '@playwright/test';
import type { StatusName } from './names';

/** The controls of one entry, the same in popup, library and card panel. */
export class EntryControls {
  readonly statuses: Locator;
  readonly addTagBox: Locator;
  readonly note: Locator;
  readonly removeButton: Locator;
  readonly undoButton: Locator;

  constructor(readonly scope: Page | Locator) {
    this.statuses = scope.getByRole('radiogroup', { name: 'Status' });
    this.addTagBox = scope.getByRole('combobox', { name: 'Add tag' });
    this.note = scope.getByRole('textbox', { name: 'Note' });
    this.removeButton = scope.getByRole('button', { name: 'Remove from library' });
    const page = 'page' in scope ? scope.page() : scope;
    // Remains when the paper's controls disappear.
    this.undoButton = page.getByRole('button', { name: 'Undo' });
  }

  status(name: StatusName): Locator {
    return this.statuses.getByRole('radio', { name, exact: true });
  }

  async setStatus(name: StatusName): Promise<void> {
    await this.status(name).check();
  }

  async addTag(tag: string): Promise<void> {
    await this.addTagBox.fill(tag);
    await this.addTagBox.press('Enter');
  }
}
