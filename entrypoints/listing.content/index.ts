import './api-names';
import './page.css';
import { defineContentScript } from '#imports';
import { sendMessage } from '@/lib/messaging/client';
import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { answerPageCards } from '@/lib/messaging/page-cards';
import { onQuotation } from '@/lib/messaging/quotations';
import { followLocation } from '@/lib/content-script/dom/follow-location';
import { Lifetime } from '@/lib/content-script/lifetime';
import { ListingPage } from '@/lib/content-script/listing/listing-page';
import { PageSettings } from '@/lib/content-script/page-settings';
import type { PaperPage } from '@/lib/content-script/paper-page';
import { visibilityCheck } from '@/lib/content-script/dom/visibility';
import { watchPage } from '@/lib/content-script/dom/watch-page';
import { waitForHydration } from '@/lib/content-script/dom/wait-for-hydration';
import type { PaperId } from '@/lib/papers/paper-id';
import { withoutNames } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';
import { BREAK } from '@/lib/papers/visit';
import { readers } from '@/lib/sites/readers';
import { outdatedNotice } from './notice/outdated-notice';
import { createHostFactory } from './hosts/shadow-hosts';
import { listingViews } from './views';
import { loadLazyUi } from './lazy/load-lazy-ui';

export default defineContentScript({
  matches: readers.flatMap(({ patterns }) => patterns),
  async main() {
    const document = withoutNames(globalThis.document);
    const { signal, isAlive } = new Lifetime();
    const site = readers.find(({ origin }) => origin === location.origin);
    if (site === undefined) return;
    const makeHost = createHostFactory(document, site, signal);
    const settings = new PageSettings(sendMessage);
    const page = new ListingPage({
      site,
      document,
      sendMessage,
      settings,
      views: (listing) => listingViews(document, listing, makeHost, signal),
      visibilityCheck,
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
        // The URL may have changed.
        paperPage.visit(url);
      });
    };
    // Our elements stay: they may hold unsaved text.
    signal.addEventListener('abort', outdatedNotice(document, makeHost));
    answerPageCards(() => page.cards() ?? paperPage?.cards(), signal);
    onQuotation((addition) => paperPage?.showQuotation(addition), signal);
    const onChanged = (ids: PaperId[] | undefined) =>
      [page, paperPage].forEach((shown) => void shown?.onChanged(ids));
    onAnnouncedChange(onChanged, signal);
    let leftAt = Date.now();
    const onVisibility = () => {
      if (document.visibilityState !== 'visible') {
        leftAt = Date.now();
        return;
      }
      if (Math.abs(Date.now() - leftAt) >= BREAK) page.visitAgain();
      // A sleeping page (e.g. in the back/forward cache) misses announcements.
      onChanged(undefined);
      void settings.refresh();
    };
    listen(document, 'visibilitychange', onVisibility, { signal });
    // Another window may have changed them.
    listen(window, 'focus', () => void settings.refresh(), { signal });
    const read = () => {
      void page.read();
      paperPage?.read();
    };
    const settled = waitForHydration(() => site.isSettled(document), signal);
    const onUrl = (to: URL) => {
      url = to;
      page.visit(url);
      visitPaper();
      void settled.then(read);
    };
    followLocation(onUrl, signal);
    await settled;
    const matters = (elements: ReadonlySet<Element>) => page.isOutdatedBy(elements);
    const onDrawn = () => page.reapplyFilter();
    watchPage(document, { matters, onDrawn, onChange: read }, signal);
  },
});
