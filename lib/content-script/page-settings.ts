import type { SendMessage } from '@/lib/messaging/client';
import type { CardFilter } from '@/lib/papers/card-filter';
import { DEFAULT_PAGE_KEYS, type PageKeys } from '@/lib/keyboard/page-keys';

/** How the reader wants the pages of a site to be, as far as that is known in this tab. */
export class PageSettings {
  /** The filter that was kept; undefined while nobody has told. */
  filter: CardFilter | undefined;
  /** Off until the reader's are known: any of them may be meant otherwise. */
  #keys = { ...DEFAULT_PAGE_KEYS, on: false };
  #known: Promise<void> | undefined;
  /** Settles when what the reader chose here is kept. */
  #kept: Promise<unknown> | undefined;

  constructor(private readonly sendMessage: SendMessage) {}

  /** Resolves when they are known, or nobody answers; asked the next time, it tries again then. */
  known(): Promise<void> {
    return (this.#known ??= this.refresh());
  }

  /** Asks again: the reader may have changed them elsewhere. As they were, when nobody answers. */
  refresh(): Promise<void> {
    return (this.#known = this.#learn());
  }

  /** Keeps what is changed of the filter; not kept, it holds for one visit all the same. */
  keepFilter(changed: Partial<CardFilter>): void {
    this.#kept = this.sendMessage('listing.save-filter', { changed }).catch(() => {});
  }

  async #learn(): Promise<void> {
    try {
      await this.#kept;
      const { filter, keys } = await this.sendMessage('listing.settings', {});
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
