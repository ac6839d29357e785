import type { Locator } from '@playwright/test';
import { escapeRegExp } from './names';
import { PaperList } from './paper-list';

/** popup.html */
export class PopupPage extends PaperList {
  tab(name: 'This page' | 'Library'): Locator {
    return this.page.getByRole('tab', { name });
  }

  saveButton(title: string): Locator {
    return this.page.getByRole('button', {
      name: new RegExp(`^Saved?\\b.*${escapeRegExp(title)}`),
    });
  }

  get openLibraryButton(): Locator {
    const name = 'Open library';
    return this.page.getByRole('button', { name }).or(this.page.getByRole('link', { name }));
  }
}
