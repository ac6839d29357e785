import { defineContentScript, MatchPattern } from '#imports';
import { ask, isConnected } from '@/lib/messaging/client';
import { onAnnouncedChange } from '@/lib/messaging/announcements';
import { answerPageCards } from '@/lib/messaging/page-cards';
import { followLocation } from '@/lib/page/follow-location';
import { ListingPage } from '@/lib/page/listing-page';
import { watchPage } from '@/lib/page/watch-page';
import { whenSettled } from '@/lib/page/when-settled';
import { sites } from '@/lib/sites/registry';
import { outdatedNotice } from './outdated-notice';
import { listingViews } from './views';

export default defineContentScript({
  matches: sites.map((site) => site.pattern),
  async main(ctx) {
    const { signal } = ctx;
    const site = sites.find(({ pattern }) => new MatchPattern(pattern).includes(location.href));
    if (site === undefined) return;
    const page = new ListingPage({
      site,
      document,
      ask,
      views: (listing) => listingViews(document, site, listing, signal),
      isAlive: () => ctx.isValid,
      signal,
    });
    const showOutdated = outdatedNotice(document, site);
    // Either a newer copy of this script took over the page, or the extension is gone from under
    // it; then what stands on the page stays, with words in it perhaps.
    ctx.onInvalidated(() => (isConnected() ? page.clear() : showOutdated()));
    answerPageCards(() => page.cards(), signal);
    onAnnouncedChange((ids) => void page.onChanged(ids), signal);
    // Changes made while the page slept (in the back/forward cache, say) were not announced to it.
    ctx.addEventListener(document, 'visibilitychange', () => {
      if (document.visibilityState === 'visible') void page.onChanged(undefined);
    });
    const settled = whenSettled(() => site.isSettled(document), signal);
    followLocation(ctx, (url) => {
      page.visit(url);
      void settled.then(() => page.read());
    });
    await settled;
    watchPage(document, () => void page.read(), signal);
  },
});
