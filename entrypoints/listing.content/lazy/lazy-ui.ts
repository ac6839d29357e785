import type { ListingCommands } from '@/lib/content-script/listing/listing-commands';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { FootView } from '@/lib/content-script/listing/listing-views';
import type { PaperPage, PaperPageOptions } from '@/lib/content-script/paper-page';
import type { CardFilter } from '@/lib/papers/card-filter';
import type { SiteReader } from '@/lib/sites/site-reader';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { Panel } from '../panel/panel';

/**
 * The UI needed only once the reader acts on a listing or opens a paper. A script of its own,
 * loaded then; this is all that the content script knows of it.
 */
export interface LazyUi {
  listing(options: ListingUiOptions): ListingUi;
  paperPage(
    options: Omit<PaperPageOptions, 'view' | 'site'> & { site: SiteReader },
    makeHost: MakeHost,
    signal: AbortSignal,
  ): PaperPage;
}

export interface ListingUiOptions {
  page: ListingPage;
  makeHost: MakeHost;
  /** Like `makeHost`, for elements in which the listing's keys work. */
  makeHostWithKeys: MakeHost;
  signal: AbortSignal;
}

/** What the lazy UI adds to a listing. */
export interface ListingUi {
  commands: ListingCommands;
  panel: Panel;
  foot(): FootView;
  /** @param onToggled called when the popover opens or closes */
  filterPopover(onToggled: () => void): FilterPopover;
}

/** The Filter button's popover. */
export interface FilterPopover {
  readonly isOpen: boolean;
  toggle(button: HTMLElement, filter: CardFilter): void;
  draw(filter: CardFilter): void;
  close(): void;
}
