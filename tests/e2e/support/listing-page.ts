import { expect, type Locator, type Page } from '@playwright/test';
import { EntryControls } from './entry-controls';
import { literally } from './names';

/** A listing of the site with what the extension adds to it. */
export class ListingPage {
  constructor(readonly page: Page) {}

  /** The site's own cards. */
  get cards(): Locator {
    return this.page.getByRole('article');
  }

  card(title: string): Locator {
    return this.cards.filter({ hasText: title });
  }

  /** The buttons on all cards, saved or not. */
  get saveButtons(): Locator {
    return this.page.getByRole('button', { name: /^Saved?\b/ });
  }

  /** The button on one card, saved or not. */
  saveButton(title: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Saved?\\b.*${literally(title)}`) });
  }

  /** Saves a paper from its card, and waits until the button says so. */
  async save(title: string): Promise<void> {
    const button = this.saveButton(title);
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await this.expectSaved(title);
  }

  async expectSaved(title: string): Promise<void> {
    const button = this.saveButton(title);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button).toHaveAccessibleName(/^Saved\b/);
  }

  /** Opens the panel of a saved paper from its card. */
  async openPanel(title: string): Promise<EntryControls> {
    await this.saveButton(title).click();
    return new EntryControls(this.page);
  }
}
