import type { ask } from '../messaging/client';
import type { CardFilter } from '../papers/card-filter';
import { DEFAULT_PAGE_KEYS, type PageKeys } from '../papers/page-keys';

/** How the reader wants the pages of a site to be, as far as that is known in this tab. */
export class PageSettings {
  /** The filter that was kept; undefined while nobody has told. */
  filter: CardFilter | undefined;
  /** Off until the reader's are known: any of them may be meant otherwise. */
  #keys = { ...DEFAULT_PAGE_KEYS, on: false };
  #known: Promise<void> | undefined;

  constructor(private readonly askBackground: typeof ask) {}

  /** Resolves when they are known, or nobody answers; asked the next time, it tries again then. */
  known(): Promise<void> {
    return (this.#known ??= this.refresh());
  }

  /** Asks again: the reader may have changed them elsewhere. As they were, when nobody answers. */
  async refresh(): Promise<void> {
    try {
      const { filter, keys } = await this.askBackground('listing.settings', {});
      this.filter = filter;
      this.#keys = keys;
    } catch {
      this.#known = undefined;
    }
  }

  /** The keys on a page that has a use for them, or none. */
  keysIf(isUsed: boolean): PageKeys {
    return isUsed ? this.#keys : { ...this.#keys, on: false };
  }
}
