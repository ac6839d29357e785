import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isTimeForBackup, isWorthBackup } from '@/lib/backups/due';
import { libraryFingerprint } from '@/lib/backups/library-fingerprint';
import { isTimeToRemind, newestBackup } from '@/lib/backups/reminder';
import { pruneState } from '@/lib/daily-fetch/due-lists';
import { changeCards } from '@/lib/library/entries/bulk-card-changes';
import { editEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import { paperHistory } from '@/lib/library/history/history';
import { paperOverTime } from '@/lib/library/history/paper-over-time';
import { weeklyRises } from '@/lib/library/history/weekly-rises';
import { claimCompletion } from '@/lib/library/record/complete-paper';
import { recordListing } from '@/lib/library/record/record-listing';
import { recordPaperPage } from '@/lib/library/record/record-paper';
import { NOTHING_FETCHED } from '@/lib/settings/daily-fetch-state';
import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import { aBackupFile } from '../../unit/backups/a-backup-file';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from './library-for-tests';

const AHEAD = [
  ['five hours', 5 * HOUR_MS],
  ['four years', 4 * 365 * DAY_MS],
] as const;

const visit = (library: TestLibrary, upvotes: number, listing?: string) =>
  recordListing(library, aReading([aPaper(1, { upvotes })], listing), library.clock.time);

describe.each(AHEAD)('after the clock was %s ahead', (_, ahead) => {
  /** A library that was used while the clock was ahead; then it is right again. */
  async function afterwards(use: (library: TestLibrary) => Promise<unknown>) {
    fakeBrowser.reset();
    const library = openTestLibrary();
    const now = library.clock.time;
    library.clock.time = now + ahead;
    await use(library);
    library.clock.time = now;
    return { library, now };
  }

  it('facts of listings are taken', async () => {
    const { library, now } = await afterwards((library) => visit(library, 3));
    await visit(library, 40);
    expect(await library.db.papers.toArray()).toMatchObject([
      { upvotes: 40, firstSeenAt: now, lastSeenAt: now },
    ]);
    // A page that has been open for an hour is stale again.
    library.clock.time += HOUR_MS;
    await recordListing(library, aReading([aPaper(1, { upvotes: 1 })]), now - HOUR_MS, now - 1);
    expect(await library.db.papers.toArray()).toMatchObject([{ upvotes: 40 }]);
  });

  it('facts are taken from a page that was opened meanwhile', async () => {
    const opened = { at: 0 };
    const { library, now } = await afterwards(async (library) => {
      opened.at = library.clock.time;
      await visit(library, 3);
    });
    const reading = aReading([aPaper(1, { upvotes: 40 })]);
    const { newIds } = await recordListing(library, reading, opened.at, opened.at);
    expect(newIds).toEqual([aPaper(1).id]);
    expect(await library.db.papers.toArray()).toMatchObject([{ upvotes: 40, lastSeenAt: now }]);
  });

  it('facts of a paper page and of a save are taken', async () => {
    const { library, now } = await afterwards((library) => recordPaperPage(library, aPaper(1)));
    await recordPaperPage(library, aPaper(1, { upvotes: 40 }));
    expect(await library.db.papers.toArray()).toMatchObject([{ upvotes: 40, lastSeenAt: now }]);
    const other = await afterwards((library) => savePaper(library, aPaper(1)));
    await changeCards(other.library, [aPaper(1, { upvotes: 41 })], { kind: 'save' });
    expect(await other.library.db.papers.toArray()).toMatchObject([{ upvotes: 41 }]);
  });

  it('the history goes on, and rises are counted', async () => {
    const { library, now } = await afterwards((library) => visit(library, 3));
    await visit(library, 10);
    library.clock.time += HOUR_MS;
    const { rises, lastVisitAt } = await visit(library, 50);
    expect(lastVisitAt).toBe(now);
    expect(rises).toEqual([{ paperId: aPaper(1).id, by: 40, since: now }]);
    const history = await paperHistory(library, aPaper(1).id);
    expect(history.map(({ upvotes }) => upvotes)).toEqual([10, 50]);
    expect((await paperOverTime(library, aPaper(1).id)).history).toEqual(history);
    expect(await weeklyRises(library.db, library.clock.time)).toEqual(
      new Map([[aPaper(1).id, 40]]),
    );
  });

  it('a sighting of the same day is replaced', async () => {
    const { library } = await afterwards((library) => visit(library, 3));
    await library.db.sightings.toCollection().modify((sighting) => {
      sighting.day = '2026-09-28';
    });
    await visit(library, 40);
    expect(await library.db.sightings.toArray()).toMatchObject([{ upvotes: 40 }]);
  });

  it('visits begin and continue', async () => {
    const { library, now } = await afterwards((library) => visit(library, 3));
    await visit(library, 3);
    library.clock.time += HOUR_MS;
    expect((await visit(library, 3)).lastVisitAt).toBe(now);
  });

  it('authors are asked for', async () => {
    const { authors: _, authorCount: __, ...bare } = aPaper(1);
    const { library } = await afterwards(async (library) => {
      await savePaper(library, bare);
      expect(await claimCompletion(library, bare.id)).toBe(true);
    });
    const state = await savePaper(library, bare);
    expect(state.wantsAuthors).toBe(true);
    expect(await claimCompletion(library, bare.id)).toBe(true);
    expect(await claimCompletion(library, bare.id)).toBe(false);
  });

  it('backups are due, and edits count for them', async () => {
    const { library, now } = await afterwards((library) => savePaper(library, aPaper(1)));
    const made = {
      ...aBackupFile(now + ahead),
      automatic: true,
      fingerprint: await libraryFingerprint({ db: library.db, now: () => now + ahead }),
    };
    const schedule = { every: 'day' as const, keep: 5 };
    const failure = { at: now + ahead, code: 'copy-failed' as const };
    expect(isTimeForBackup({ schedule, backupFiles: [made], failure }, now)).toBe(true);
    await editEntry(library, aPaper(1).id, { kind: 'add-tag', tag: 'mine' });
    expect(isWorthBackup([made], await libraryFingerprint(library), now)).toBe(true);
  });

  it('the reminder appears', () => {
    const now = Date.UTC(2026, 10, 23);
    const future = aBackupFile(now + ahead);
    const old = aBackupFile(now - 31 * DAY_MS);
    expect(isTimeToRemind(newestBackup([future], now), now + ahead, now)).toBe(true);
    expect(newestBackup([future, old], now)).toBe(old);
    expect(isTimeToRemind(newestBackup([future, aBackupFile(now - 1)], now), 0, now)).toBe(false);
  });

  it('the daily list is fetched, shown and notified of', () => {
    const now = Date.UTC(2026, 10, 23, 9);
    const then = now + ahead;
    const state = pruneState(
      {
        ...NOTHING_FETCHED,
        since: then,
        fetchedAt: { a: then },
        failedAt: { a: then },
        requestedAt: [then],
        notifiedAt: then,
        lastList: { day: '2030-11-22', papers: 3 },
      },
      now,
    );
    expect(state).toMatchObject({
      since: now,
      fetchedAt: {},
      failedAt: {},
      requestedAt: [],
      notifiedAt: 0,
      lastList: null,
    });
  });

  it('the newest edit of a field has the latest time, so that it wins', async () => {
    const { id } = aPaper(1);
    const { library, now } = await afterwards(async (library) => {
      await savePaper(library, aPaper(1));
      await editEntry(library, id, { kind: 'status', status: 'reading' });
    });
    await editEntry(library, id, { kind: 'status', status: 'read' });
    await editEntry(library, id, { kind: 'add-tag', tag: 'mine' });
    expect(await library.db.entries.get(id)).toMatchObject({
      status: 'read',
      updatedAt: now,
      editedAt: { status: now + ahead + 1, tags: now },
    });
  });
});
