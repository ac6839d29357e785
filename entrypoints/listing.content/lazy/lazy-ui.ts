import type { ListingCommands } from '@/lib/content-script/listing/listing-commands';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { FootView } from '@/lib/content-script/listing/listing-views';
import type { PaperPage, PaperPageOptions } from '@/lib/content-script/paper-page';
import type { CardFilter } from '@/lib/papers/card-filter';
import type { SiteChange } from '@/lib/papers/reading-health';
import type { SiteReader } from '@/lib/sites/site-reader';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { Panel } from '../panel/panel';

/**
 * The UI for actions on listings and for paper pages: a separate script, loaded on demand. The
 * content script knows only this interface.
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
  /** `makeHost` for elements where the listing's keys work. */
  makeHostWithKeys: MakeHost;
  signal: AbortSignal;
}

export interface ListingUi {
  commands: ListingCommands;
  panel: Panel;
  foot(): FootView;
  /** @param onToggled called on opening and closing */
  filterPopover(onToggled: () => void): Popover<CardFilter>;
  /** Like `filterPopover`. */
  sitePopover(onToggled: () => void): Popover<SiteChange>;
}

export interface Popover<T> {
  readonly isOpen: boolean;
  toggle(button: HTMLElement, shown: T): void;
  draw(shown: T): void;
  close(): void;
}
