import type { ListingUi, ListingUiOptions } from './lazy-ui';
import { loadLazyUi } from './load-lazy-ui';

/** A listing's lazy UI, made once. */
export class LazyListing {
  /** Undefined until needed and loaded. */
  ui: ListingUi | undefined;

  /** Since the first `load`. */
  isLoading = false;

  constructor(private readonly options: () => ListingUiOptions) {}

  /** Calls `use` once loaded. */
  load(use: (ui: ListingUi) => void): void {
    this.isLoading = true;
    loadLazyUi((lazyUi) => {
      this.ui ??= lazyUi.listing(this.options());
      use(this.ui);
    });
  }
}
