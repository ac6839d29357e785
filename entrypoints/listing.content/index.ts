import './page.css';
import { defineContentScript } from '#imports';
import { sendMessage, isConnected } from '@/lib/messaging/client';
import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { answerPageCards } from '@/lib/messaging/page-cards';
import { onQuotation } from '@/lib/messaging/quotations';
import { followLocation } from '@/lib/content-script/dom/follow-location';
import { ListingPage } from '@/lib/content-script/listing/listing-page';
import { PageSettings } from '@/lib/content-script/page-settings';
import type { PaperPage } from '@/lib/content-script/paper-page';
import { watchPage } from '@/lib/content-script/dom/watch-page';
import { waitForHydration } from '@/lib/content-script/dom/wait-for-hydration';
import type { PaperId } from '@/lib/papers/paper-id';
import { BREAK } from '@/lib/papers/visit';
import { sites } from '@/lib/sites/registry';
import { outdatedNotice } from './notice/outdated-notice';
import { createHostFactory } from './hosts/shadow-hosts';
import { listingViews } from './views';
import { loadLazyUi } from './lazy/load-lazy-ui';

export default defineContentScript({
  matches: sites.map((site) => site.pattern),
  async main(ctx) {
    const { signal } = ctx;
    // It is put into pages that match a pattern, which of them the origin tells.
    const site = sites.find(({ pattern }) => pattern.startsWith(`${location.origin}/`));
    if (site === undefined) return;
    const makeHost = createHostFactory(document, site, signal);
    const settings = new PageSettings(sendMessage);
    const isAlive = () => ctx.isValid;
    const page = new ListingPage({
      site,
      document,
      sendMessage,
      settings,
      views: (listing) => listingViews(document, listing, makeHost, signal),
      isAlive,
      signal,
    });
    let url = new URL(location.href);
    let paperPage: PaperPage | undefined;
    const visitPaper = () => {
      if (site.paperAt(url) === undefined) return paperPage?.visit(url);
      loadLazyUi((parts) => {
        paperPage ??= parts.paperPage(
          { site, document, sendMessage, settings, isAlive },
          makeHost,
          signal,
        );
        // The reader may have gone on while it was loaded.
        paperPage.visit(url);
      });
    };
    const clear = () => [page, paperPage].forEach((ours) => ours?.clear());
    const showOutdated = outdatedNotice(document, makeHost);
    // Either a newer copy of this script took over the page, or the extension is gone from under
    // it; then what stands on the page stays, with words in it perhaps.
    ctx.onInvalidated(() => (isConnected() ? clear() : showOutdated()));
    answerPageCards(() => page.cards() ?? paperPage?.cards(), signal);
    onQuotation((news) => paperPage?.showQuotation(news), signal);
    const onChanged = (ids: PaperId[] | undefined) =>
      [page, paperPage].forEach((shown) => void shown?.onChanged(ids));
    onAnnouncedChange(onChanged, signal);
    let leftAt = Date.now();
    ctx.addEventListener(document, 'visibilitychange', () => {
      if (document.visibilityState !== 'visible') {
        leftAt = Date.now();
        return;
      }
      if (Date.now() - leftAt >= BREAK) page.visitAgain();
      // Changes made while the page slept (in the back/forward cache, say) were not announced to it.
      onChanged(undefined);
      void settings.refresh();
    });
    // They may have been changed in another window, beside this one.
    ctx.addEventListener(window, 'focus', () => void settings.refresh());
    const read = () => {
      void page.read();
      paperPage?.read();
    };
    const settled = waitForHydration(() => site.isSettled(document), signal);
    followLocation(ctx, (to) => {
      url = to;
      page.visit(url);
      visitPaper();
      void settled.then(read);
    });
    await settled;
    watchPage(document, () => page.reapplyFilter(), read, signal);
  },
});
