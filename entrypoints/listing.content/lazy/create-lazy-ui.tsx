import { ListingCommands } from '@/lib/content-script/listing/listing-commands';
import { PaperPage } from '@/lib/content-script/paper-page';
import { paperReaders } from '@/lib/sites/paper-readers';
import type { PaperReader, SiteReader } from '@/lib/sites/site-reader';
import { BarPopover } from '../bar/bar-popover';
import { SiteDetails } from '../bar/SiteDetails';
import { FilterMenu } from '../filter/FilterMenu';
import { prepareFrame } from '../frame/frame';
import { footView } from '../foot/foot-view';
import { showKeysSheet } from '../keys/show-keys-sheet';
import { PanelView } from '../panel/panel-view';
import { paperView } from '../paper-page/paper-view';
import type { LazyUi, ListingUi, ListingUiOptions } from './lazy-ui';

/** For the script that the content script loads. */
export function createLazyUi(): LazyUi {
  return {
    listing: listingUi,
    paperPage: (options, makeHost, signal) =>
      new PaperPage({
        ...options,
        site: withPaperPages(options.site),
        view: (page, id) => paperView(options.document, page, id, makeHost, signal),
      }),
  };
}

function withPaperPages(site: SiteReader): SiteReader & PaperReader {
  const reader = paperReaders.find(({ origin }) => origin === site.origin);
  if (reader === undefined) throw new Error(`no reader of the paper pages of ${site.origin}`);
  return { ...site, ...reader };
}

function listingUi({ page, makeHost, makeHostWithKeys, signal }: ListingUiOptions): ListingUi {
  prepareFrame(page.document, makeHost);
  const panel = new PanelView(page.document, page, makeHost, signal);
  const commands = new ListingCommands(
    page,
    {
      openPanel(paperId, at) {
        const place = page.renderer.viewOf(paperId)?.panelPlace;
        if (place !== undefined) panel.open({ paperId, at, ...place });
      },
      showKeys: (keys) => showKeysSheet(page.document, keys, makeHost),
    },
    signal,
  );
  return {
    panel,
    commands,
    foot: () => footView(page, commands, makeHostWithKeys),
    filterPopover: (onToggled) =>
      new BarPopover(makeHostWithKeys, onToggled, (filter) => (
        <FilterMenu filter={filter} onChange={(parts) => page.filterBy(parts)} />
      )),
    sitePopover: (onToggled) =>
      new BarPopover(makeHostWithKeys, onToggled, (change, button) => (
        <SiteDetails
          change={change}
          onHide={() => {
            // Its own button goes.
            const buttons = button.closest('.ps-bar')?.querySelectorAll('button') ?? [];
            [...buttons].find((other) => other !== button)?.focus();
            page.hideSiteChange();
          }}
        />
      )),
  };
}
