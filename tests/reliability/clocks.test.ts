import * as fc from 'fast-check';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { isWorthBackup } from '@/lib/backups/due';
import { libraryFingerprint } from '@/lib/backups/library-fingerprint';
import { makeBackupIfDue } from '@/lib/backups/automatic';
import { keepSecondCopy } from '@/lib/backups/second-copy/second-copy';
import { timeForBackup } from '@/lib/backups/time-for-backup';
import { editEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import { thinSightings } from '@/lib/library/history/thin-sightings';
import { applyImport } from '@/lib/library/import/import-papers';
import { claimCompletion } from '@/lib/library/record/complete-paper';
import { recordListing } from '@/lib/library/record/record-listing';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { backupFiles } from '@/lib/settings/backup-files';
import { secondCopy } from '@/lib/settings/second-copy';
import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import { MINUTE_MS } from '../fixtures/times';
import { aPaper, aReading, type TestLibrary } from '../integration/library/library-for-tests';
import { installBrowser } from './browser';
import { countOr, counter, givenPath } from './how-long';
import { libraryInUse, REMOVED, WITHOUT_AUTHORS } from './library-in-use';
import { expectIndexed, expectSound } from './observe';
import { backupOf, recordsIn } from './use-cases';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
const formerZone = process.env.TZ;
afterAll(() => {
  if (formerZone === undefined) delete process.env.TZ;
  else process.env.TZ = formerZone;
});
const countStep = counter('steps under jumping clocks');

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Africa/Cairo'];
const STEPS = [
  'visit',
  'save',
  'note',
  'tag',
  'dismiss',
  'backup',
  'copy',
  'merge',
  'thin',
] as const;

const step = fc.record({
  kind: fc.constantFrom(...STEPS),
  number: fc.integer({ min: 0, max: 24 }),
  /** How wrong the clock is, ms. */
  wrongBy: fc.oneof(
    fc.constantFrom(0, 0, -HOUR_MS, HOUR_MS, 5 * HOUR_MS, -400 * DAY_MS, 1461 * DAY_MS),
    fc.integer({ min: -9 * DAY_MS, max: 9 * DAY_MS }),
  ),
  zone: fc.constantFrom(...ZONES),
  /** True time since the last step, ms. */
  later: fc.integer({ min: 1, max: 2 * DAY_MS }),
});
type Step = ReturnType<(typeof step)['generate']>['value'];

/** What the reader wrote, which must be there in the end. */
interface Written {
  notes: [number, string][];
  tags: [number, string][];
  saved: Set<number>;
  dismissed: Set<number>;
}

async function take(library: TestLibrary, { kind, number }: Step, written: Written, at: number) {
  const paper = aPaper(number, { upvotes: at });
  const { id } = paper;
  switch (kind) {
    case 'visit':
      await recordListing(library, aReading([paper, aPaper(20)]), library.clock.time);
      break;
    case 'save':
      await savePaper(library, paper);
      written.saved.add(number);
      break;
    case 'note': {
      const { entry } = await savePaper(library, paper);
      const text = `thought ${at}`;
      const base = entry?.note ?? '';
      await editEntry(library, id, { kind: 'note', base, text: `${base}\n${text}`.trim() });
      written.notes.push([number, text]);
      written.saved.add(number);
      break;
    }
    case 'tag':
      await savePaper(library, paper);
      await editEntry(library, id, { kind: 'add-tag', tag: `tag ${at}` });
      written.tags.push([number, `tag ${at}`]);
      written.saved.add(number);
      break;
    case 'dismiss':
      await setDismissed(library, id, true);
      written.dismissed.add(number);
      break;
    case 'backup':
      await makeBackupIfDue(library);
      break;
    case 'copy':
      await keepSecondCopy(library);
      break;
    case 'merge': {
      const { records, dismissals } = await recordsIn(await backupOf(library));
      await applyImport(library, records, {}, dismissals);
      break;
    }
    case 'thin':
      await thinSightings(library, undefined);
  }
}

/** Once the clock is right, nothing waits for the wrong times that were stored. */
async function expectAlive(library: TestLibrary): Promise<void> {
  const { db, clock } = library;
  // A wrong time that has passed since counts as right: longer than those few days ahead.
  clock.time += 12 * DAY_MS;
  const reading = aReading([aPaper(1, { upvotes: 12_345 }), aPaper(400)]);
  const { newIds } = await recordListing(library, reading, clock.time);
  expect(newIds).toEqual([aPaper(400).id]);
  expect(await db.papers.get(aPaper(1).id)).toMatchObject({
    upvotes: 12_345,
    lastSeenAt: clock.time,
  });
  clock.time += HOUR_MS;
  const { lastVisitAt } = await recordListing(library, reading, clock.time);
  expect(lastVisitAt).toBe(clock.time - HOUR_MS);
  const paper = await db.papers.get(aPaper(WITHOUT_AUTHORS).id);
  if (paper?.authors === undefined) {
    expect(await claimCompletion(library, aPaper(WITHOUT_AUTHORS).id)).toBe(true);
  }
  await editEntry(library, aPaper(1).id, { kind: 'add-tag', tag: 'in the end' });
  expect(await timeForBackup(clock.time)).toBe(true);
  const made = await backupFiles.read();
  expect(isWorthBackup(made, await libraryFingerprint(library), clock.time)).toBe(true);
  await keepSecondCopy(library);
  expect((await secondCopy.read()).at).toBe(clock.time);
}

test('nothing written is lost, and nothing waits, whatever the clocks were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      installBrowser();
      const library = await libraryInUse();
      const { db, clock } = library;
      let now = clock.time;
      const written: Written = { notes: [], tags: [], saved: new Set(), dismissed: new Set() };
      for (const [at, one] of steps.entries()) {
        now += one.later;
        clock.time = now + one.wrongBy;
        process.env.TZ = one.zone;
        await take(library, one, written, at);
        countStep();
      }
      clock.time = now + MINUTE_MS;
      await expectSound(library);
      for (const number of [1, ...written.saved]) {
        expect(await db.entries.get(aPaper(number).id)).toMatchObject({ removedAt: 0 });
      }
      for (const number of written.dismissed) {
        expect(await db.dismissals.get(aPaper(number).id)).toBeDefined();
      }
      for (const [number, text] of written.notes) {
        expect((await db.entries.get(aPaper(number).id))?.note.split('\n')).toContain(text);
      }
      for (const [number, tag] of written.tags) {
        expect((await db.entries.get(aPaper(number).id))?.tags).toContain(tag);
      }
      const removed = REMOVED.filter((number) => !written.saved.has(number));
      for (const number of removed) expect(await db.entries.get(aPaper(number).id)).toBeDefined();
      await expectAlive(library);
      await expectIndexed(library);
      db.close();
    }),
    { numRuns: countOr(5), ...(givenPath && { path: givenPath }) },
  );
});
