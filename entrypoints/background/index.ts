import { browser } from 'wxt/browser';
import { defineBackground } from '#imports';
import { keepAutomaticBackup, makeBackupIfDue, recordBackupFailure } from '@/lib/backups/automatic';
import { followSecondCopy } from '@/lib/backups/second-copy/follow';
import { scheduleSoon } from '@/lib/shared/schedule-soon';
import { showMissedCount } from '@/lib/daily-fetch/badge';
import { followDailyList } from '@/lib/daily-fetch/follow';
import { PapershelfDatabase } from '@/lib/db/database';
import { claimCompletion, completePaper } from '@/lib/library/record/complete-paper';
import { LISTING_CHOICES } from '@/lib/export/registry';
import type { LibraryContext } from '@/lib/library/context';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { editEntry, removeEntry, restoreEntry } from '@/lib/library/entries/edit-entry';
import { exportListed } from '@/lib/library/export/export-listed';
import { paperHistory } from '@/lib/library/history/history';
import { changeCards, undoCardChange } from '@/lib/library/entries/bulk-card-changes';
import { paperStates } from '@/lib/library/paper-state';
import { undoQuotation } from '@/lib/library/quotations/quote';
import { recordListing } from '@/lib/library/record/record-listing';
import { recordPaperPage } from '@/lib/library/record/record-paper';
import { saveKnownPaper, savePaper } from '@/lib/library/entries/save-paper';
import { markSeen } from '@/lib/library/seen/seen';
import { suggestTags } from '@/lib/library/suggest-values';
import { thinOnceADay } from '@/lib/library/history/thin-sightings';
import { SMALL, maintainIndexIfNeeded } from '@/lib/search/maintain/maintain-index';
import { announceChange } from '@/lib/messaging/announcements';
import { relayTokens } from '@/lib/messaging/frame';
import { handleMessages } from '@/lib/messaging/server';
import { watchSite } from './watch-site';
import { offerQuotations } from './quotation-menu';
import { cardFilter } from '@/lib/settings/card-filter-setting';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { sightingsThinnedOn } from '@/lib/settings/sightings-thinned-on';

export default defineBackground({
  type: 'module',
  main() {
    const library: LibraryContext = {
      db: new PapershelfDatabase(),
      now: Date.now,
      announce(ids) {
        announceChange(ids);
        checkForDueBackup();
        copyLater();
        maintainIndexSoon();
        dailyList.missedChanged();
      },
    };
    const maintainIndexSoon = scheduleSoon(
      () => maintainIndexIfNeeded(library.db, { largest: SMALL }),
      'Papershelf could not maintain its search index',
    );
    const checkForDueBackup = scheduleSoon(
      () => makeBackupIfDue(library),
      'Papershelf could not back up the library',
    );
    const thinSoon = scheduleSoon(
      () => thinOnceADay(library, sightingsThinnedOn),
      'Papershelf could not thin out old sightings',
    );
    const dailyList = followDailyList(library);
    const copyLater = followSecondCopy(library);
    // Resumes interrupted work. `onStartup` also wakes the background with the browser.
    checkForDueBackup();
    thinSoon();
    browser.runtime.onStartup.addListener(checkForDueBackup);
    offerQuotations(library);
    relayTokens();
    handleMessages({
      async 'listing.record'({ reading, readAt, visitStartedAt }) {
        const recorded = await recordListing(library, reading, visitStartedAt, readAt);
        maintainIndexSoon();
        dailyList.missedChanged();
        const siteChange = await watchSite(reading, library.now());
        return { ...recorded, ...(siteChange && { siteChange }) };
      },
      'listing.change': ({ papers, change, at }) => changeCards(library, papers, change, at),
      'listing.undo-change': ({ undo }) => undoCardChange(library, undo),
      'listing.settings': async () => ({
        filter: await cardFilter.read(),
        keys: await pageKeys.read(),
        exportChoices: LISTING_CHOICES,
      }),
      'listing.save-filter': ({ changed }) =>
        cardFilter.change((former) => ({ ...former, ...changed })).then(() => null),
      async 'paper.record'({ paper }) {
        const recorded = await recordPaperPage(library, paper);
        dailyList.missedChanged();
        return recorded;
      },
      async 'papers.seen'({ paperIds, listingKey }) {
        await markSeen(library, paperIds, listingKey);
        dailyList.missedChanged();
        return null;
      },
      'papers.dismiss': ({ paperId, dismissed }) => setDismissed(library, paperId, dismissed),
      'papers.history': ({ paperId }) => paperHistory(library, paperId),
      'papers.export': ({ paperIds, format }) => exportListed(library, paperIds, format),
      'library.states': ({ paperIds }) => paperStates(library, paperIds),
      'library.save': ({ paper, at }) => savePaper(library, paper, at),
      'library.save-known': ({ paperId }) => saveKnownPaper(library, paperId),
      'library.edit': ({ paperId, edit }) => editEntry(library, paperId, edit),
      'library.remove': ({ paperId }) => removeEntry(library, paperId),
      'library.restore': ({ paperId }) => restoreEntry(library, paperId),
      'library.undo-quotation': ({ paperId, ...undo }) => undoQuotation(library, paperId, undo),
      'library.suggest-tags': ({ typed, taken }) => suggestTags(library, typed, taken),
      'paper.claim-completion': ({ paperId }) => claimCompletion(library, paperId),
      'paper.complete': ({ paperId, answer }) =>
        completePaper(library, paperId, answer).then(() => null),
      'backups.make-if-due': () => makeBackupIfDue(library).then(() => null),
      'backups.keep': ({ url, backup }) =>
        keepAutomaticBackup(library, url, backup).then(() => null),
      'backups.failed': ({ code }) => recordBackupFailure(library, code).then(() => null),
      'daily-list.fetch': ({ wanted }) => dailyList.fetchNow(wanted).then(() => null),
      'daily-list.show-missed': () => showMissedCount(library).then(() => null),
    });
  },
});
