import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { EntryControls } from './entry-controls';
import { escapeRegExp } from './names';

/** A listing of the site with the extension's elements. */
export class ListingPage {
  constructor(readonly page: Page) {}

  get cards(): Locator {
    return this.page.getByRole('article');
  }

  card(title: string): Locator {
    return this.cards.filter({ hasText: title });
  }

  get saveButtons(): Locator {
    return this.page.getByRole('button', { name: /^Saved?\b/ });
  }

  saveButton(title: string): Locator {
    return this.page.getByRole('button', {
      name: new RegExp(`^Saved?\\b.*${escapeRegExp(title)}`),
    });
  }

  /** Saves a paper from its card, and waits until it is saved. */
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

  async openPanel(title: string): Promise<EntryControls> {
    await this.saveButton(title).click();
    return this.entry;
  }

  /** The controls of the open panel. */
  get entry(): EntryControls {
    return new EntryControls(panelFrame(this.page));
  }
}

/** The document of the open panel, a frame of the extension. */
export function panelFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe[data-view=panel]');
}

/** The document of the open bulk menu, or of its result. */
export function bulkFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe[data-view=menu]');
}
