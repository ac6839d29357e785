import type { Locator } from '@playwright/test';
import { literally } from './names';
import { PaperList } from './paper-list';

/** popup.html */
export class PopupPage extends PaperList {
  tab(name: 'This page' | 'Library'): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** The save button of a paper in the list. */
  saveButton(title: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Saved?\\b.*${literally(title)}`) });
  }

  get openLibraryButton(): Locator {
    const name = 'Open library';
    return this.page.getByRole('button', { name }).or(this.page.getByRole('link', { name }));
  }
}
