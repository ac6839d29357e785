import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { StatusName } from './names';

/** The controls of one entry, the same in popup, library and card panel. */
export class EntryControls {
  readonly statuses: Locator;
  readonly addTagBox: Locator;
  readonly note: Locator;
  readonly removeButton: Locator;
  readonly undoButton: Locator;

  constructor(readonly scope: Page | Locator | FrameLocator) {
    this.statuses = scope.getByRole('radiogroup', { name: 'Status' });
    this.addTagBox = scope.getByRole('combobox', { name: 'Add tag' });
    this.note = scope.getByRole('textbox', { name: 'Note' });
    this.removeButton = scope.getByRole('button', { name: 'Remove from library' });
    // Remains when the paper's controls disappear.
    this.undoButton = whole(scope).getByRole('button', { name: 'Undo' });
  }

  status(name: StatusName): Locator {
    return this.statuses.getByRole('radio', { name, exact: true });
  }

  async setStatus(name: StatusName): Promise<void> {
    // A panel that has just grown ignores presses for a moment.
    await expect(() => this.status(name).check({ timeout: 5000 })).toPass();
  }

  async addTag(tag: string): Promise<void> {
    await this.addTagBox.fill(tag);
    await this.addTagBox.press('Enter');
  }
}

/** The page around a part of it; a frame is whole. */
function whole(scope: Page | Locator | FrameLocator): Page | FrameLocator {
  return 'page' in scope ? scope.page() : scope;
}
