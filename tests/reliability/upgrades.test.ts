import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { DATABASE_NAME } from '@/lib/db/database';
import { version1 } from '@/lib/db/versions/0001-papers-entries-sightings';
import { version2 } from '@/lib/db/versions/0002-search-index';
import { version3 } from '@/lib/db/versions/0003-what-was-seen';
import { openTestLibrary } from '../integration/library/library-for-tests';
import { installBrowser } from './browser';
import { runWith, type Fault } from './faulty-disk';
import { counter, isLong } from './how-long';
import { dumpOf, fill, libraryInUse, type Dump } from './library-in-use';
import { expectIndexed, observe } from './observe';

const countFaults = counter('interrupted upgrades');
const VERSIONS = [version1, version2, version3];

/** A library as a former version of the database holds it. */
async function former(version: number, rows: Dump): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const db = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  for (const declare of VERSIONS.slice(0, version)) declare(db);
  await fill(db.tables, rows);
  db.close();
  return indexedDB;
}

test.each([1, 2, 3])(
  'an interrupted upgrade from version %i is made by the next',
  async (version) => {
    installBrowser();
    const { db } = await libraryInUse();
    const rows = await dumpOf(db.tables);
    db.close();
    const whole = await former(version, rows);
    const upgraded = openTestLibrary(whole);
    const { steps } = await runWith(() => upgraded.db.open());
    const after = await observe(upgraded);
    expect(after.words).toEqual({
      entries: rows['entries'],
      dismissals: after.words['dismissals'],
    });
    expect(steps.length).toBeGreaterThan(0);
    for (const kind of ['kill', 'QuotaExceededError'] as const) {
      for (let at = 1; at <= steps.length; at += isLong ? 1 : 30) {
        const indexedDB = await former(version, rows);
        const fault: Fault = { kind, at };
        const interrupted = openTestLibrary(indexedDB);
        await runWith(() => interrupted.db.open(), fault);
        interrupted.db.close();
        const next = openTestLibrary(indexedDB);
        expect(await observe(next), `${kind} at step ${at}`).toEqual(after);
        await expectIndexed(next);
        next.db.close();
        countFaults();
      }
    }
  },
);
