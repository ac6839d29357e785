import { browser } from 'wxt/browser';
import { defineBackground } from '#imports';
import { keepAutomaticCopy, makeCopyIfDue, noteCopyFailure } from '@/lib/backups/automatic';
import { soon } from '@/lib/backups/soon';
import { PapershelfDatabase } from '@/lib/db/database';
import { claimCompletion, completePaper } from '@/lib/library/complete-paper';
import type { LibraryContext } from '@/lib/library/context';
import { editEntry, removeEntry, restoreEntry } from '@/lib/library/edit-entry';
import { offerTags } from '@/lib/library/offer-tags';
import { paperStates } from '@/lib/library/paper-state';
import { recordListing } from '@/lib/library/record-listing';
import { saveKnownPaper, savePaper } from '@/lib/library/save-paper';
import { SMALL, tendWhereDue } from '@/lib/search/tend-index';
import { announceChange } from '@/lib/messaging/announcements';
import { answerMessages } from '@/lib/messaging/server';

export default defineBackground({
  type: 'module',
  main() {
    const library: LibraryContext = {
      db: new PapershelfDatabase(),
      now: Date.now,
      announce(ids) {
        announceChange(ids);
        lookForDueCopy();
        tendSoon();
      },
    };
    const tendSoon = soon(
      () => tendWhereDue(library.db, { largest: SMALL }),
      'Papershelf could not tend its search index',
    );
    const lookForDueCopy = soon(
      () => makeCopyIfDue(library),
      'Papershelf could not copy the library',
    );
    // At every start of this worker, so that what an earlier one left undone is done, and the
    // browser's own start is one.
    lookForDueCopy();
    browser.runtime.onStartup.addListener(lookForDueCopy);
    answerMessages({
      async 'listing.record'({ reading, visitStartedAt }) {
        const newIds = await recordListing(library, reading, visitStartedAt);
        tendSoon();
        return newIds;
      },
      'library.states': ({ paperIds }) => paperStates(library, paperIds),
      'library.save': ({ paper }) => savePaper(library, paper),
      'library.save-known': ({ paperId }) => saveKnownPaper(library, paperId),
      'library.edit': ({ paperId, edit }) => editEntry(library, paperId, edit),
      'library.remove': ({ paperId }) => removeEntry(library, paperId),
      'library.restore': ({ paperId }) => restoreEntry(library, paperId),
      'library.match-tags': ({ typed, taken }) => offerTags(library, typed, taken),
      'paper.claim-completion': ({ paperId }) => claimCompletion(library, paperId),
      'paper.complete': ({ paperId, answer }) =>
        completePaper(library, paperId, answer).then(() => null),
      'copies.make-if-due': () => makeCopyIfDue(library).then(() => null),
      'copies.keep': ({ url, copy }) => keepAutomaticCopy(library, url, copy).then(() => null),
      'copies.failed': ({ code }) => noteCopyFailure(library, code).then(() => null),
    });
  },
});
