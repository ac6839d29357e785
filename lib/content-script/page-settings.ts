import type { ExportChoice } from '@/lib/export/format';
import type { SendMessage } from '@/lib/messaging/client';
import type { CardFilter } from '@/lib/papers/card-filter';
import { DEFAULT_PAGE_KEYS, type PageKeys } from '@/lib/keyboard/page-keys';

/** The reader's settings for a site's pages, and the export formats. */
export class PageSettings {
  /** Undefined until known. */
  filter: CardFilter | undefined;
  /** Empty until known. */
  exportChoices: readonly ExportChoice[] = [];
  /** Off until known, as the reader may have changed them. */
  #keys = { ...DEFAULT_PAGE_KEYS, on: false };
  #known: Promise<void> | undefined;
  /** Settles when the last change is stored. */
  #kept: Promise<unknown> | undefined;

  constructor(private readonly sendMessage: SendMessage) {}

  /** Also resolves on failure; the next call retries. */
  known(): Promise<void> {
    return (this.#known ??= this.refresh());
  }

  /** For changes elsewhere. Keeps the old ones on failure. */
  refresh(): Promise<void> {
    return (this.#known = this.#learn());
  }

  /** @throws Failure when it could not be stored */
  keepFilter(changed: Partial<CardFilter>): Promise<unknown> {
    const kept = this.sendMessage('listing.save-filter', { changed });
    this.#kept = kept.catch(() => {});
    return kept;
  }

  async #learn(): Promise<void> {
    try {
      await this.#kept;
      ({
        filter: this.filter,
        keys: this.#keys,
        exportChoices: this.exportChoices,
      } = await this.sendMessage('listing.settings', {}));
    } catch {
      this.#known = undefined;
    }
  }

  /** Off unless the page uses them. */
  keysIf(isUsed: boolean): PageKeys {
    return isUsed ? this.#keys : { ...this.#keys, on: false };
  }
}
