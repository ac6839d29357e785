import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { FootView } from '@/lib/content-script/listing/listing-views';
import type { PaperPage, PaperPageOptions } from '@/lib/content-script/paper-page';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import type { CardFilter } from '@/lib/papers/card-filter';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { Panel, PanelPage } from '../panel/panel';

/**
 * The UI needed only once the reader acts on a listing or opens a paper. A script of its own,
 * loaded then; this is all that the content script knows of it.
 */
export interface LazyUi {
  panel(document: Document, page: PanelPage, makeHost: MakeHost, signal: AbortSignal): Panel;
  filter(options: FilterOptions): FilterPopover;
  foot(document: Document, page: ListingPage, makeHost: MakeHost): FootView;
  showKeys(document: Document, keys: PageKeys, makeHost: MakeHost): void;
  paperPage(
    options: Omit<PaperPageOptions, 'view'>,
    makeHost: MakeHost,
    signal: AbortSignal,
  ): PaperPage;
}

export interface FilterOptions {
  makeHost: MakeHost;
  onToggled: () => void;
  onChange: (filter: CardFilter) => void;
}

/** The Filter button's popover. */
export interface FilterPopover {
  readonly isOpen: boolean;
  toggle(button: HTMLElement, filter: CardFilter): void;
  draw(filter: CardFilter): void;
  close(): void;
}
