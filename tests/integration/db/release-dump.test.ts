import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isLost, libraryId, rememberLibrary } from '@/lib/backups/lost-library';
import { DATABASE_NAME } from '@/lib/db/database';
import { readFile } from '@/lib/import/read-file';
import { editEntry } from '@/lib/library/entries/edit-entry';
import { applyImport } from '@/lib/library/import/import-papers';
import { libraryIds, paperRows } from '@/lib/library/queries';
import { recordListing } from '@/lib/library/record/record-listing';
import { parseQuery } from '@/lib/query/parse-query';
import { searchIndex } from '@/lib/search/search';
import { backupFailure } from '@/lib/settings/backup-failure';
import { backupFiles } from '@/lib/settings/backup-files';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { cardFilter } from '@/lib/settings/card-filter-setting';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { dailyFetchState } from '@/lib/settings/daily-fetch-state';
import { libraryMemory } from '@/lib/settings/library-memory';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { reminderDismissedAt } from '@/lib/settings/reminder-dismissal';
import { sightingsThinnedOn } from '@/lib/settings/sightings-thinned-on';
import type { ImportedRecord } from '@/lib/import/format';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { aPaper, aReading, openTestLibrary } from '../library/library-for-tests';

// Written by release 0.1 (database version 3); never change them.
const DUMPS = new URL('../../fixtures/release-0.1/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, DUMPS), 'utf8');

interface Dump {
  version: number;
  stores: Record<string, string>;
  tables: Record<string, [key: never, row: object][]>;
}

function dump(): Dump {
  return JSON.parse(textOf('library.json'), (_, value: unknown) =>
    value instanceof Object && 'bytes' in value
      ? new Uint8Array(Buffer.from(String(value.bytes), 'base64'))
      : value,
  ) as Dump;
}

/** The database as the release left it. */
async function released(): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const { version, stores, tables } = dump();
  const db = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  db.version(version).stores(stores);
  for (const [name, rows] of Object.entries(tables)) {
    const isInline = Boolean(db.table(name).schema.primKey.keyPath);
    for (const [key, row] of rows) await db.table(name).put(row, isInline ? undefined : key);
  }
  db.close();
  return indexedDB;
}

beforeEach(() => fakeBrowser.reset());

describe('the library of release 0.1', () => {
  it('opens with every row as it was', async () => {
    const { db } = openTestLibrary(await released());
    const { tables } = dump();
    expect(Object.keys(tables)).toContain('searchBlocks');
    for (const [name, rows] of Object.entries(tables)) {
      expect(await db.table(name).toArray()).toEqual(rows.map(([, row]) => row));
      expect(await db.table(name).toCollection().primaryKeys()).toEqual(rows.map(([key]) => key));
    }
  });

  it('is searched, listed and edited without a rebuild, and nothing in it counts as damaged', async () => {
    const library = openTestLibrary(await released());
    const { db, clock } = library;
    clock.time = Date.UTC(2026, 8, 30, 9);
    const search = (text: string) => searchIndex(db, parseQuery(text, clock.time));
    expect((await search('tag:vision wörtchen')).ids).toEqual([aPaper(1).id]);
    expect((await search('tag:late')).ids).toEqual([aPaper(5).id]);
    expect((await db.searchState.get('index'))?.generation).toBe(
      dump().tables['searchState']?.map(([, row]) => (row as { generation: number }).generation)[0],
    );
    const rows = await paperRows(db, await libraryIds(db));
    expect(rows).toHaveLength(5);
    expect(rows.filter(({ damaged }) => damaged)).toEqual([]);
    const note = rows.find(({ paper }) => paper.id === aPaper(1).id)?.entry?.note ?? '';
    const edit = { kind: 'note', base: note, text: `${note}more` } as const;
    expect((await editEntry(library, aPaper(1).id, edit)).entry?.note).toBe(`${note}more`);
    const reading = aReading([aPaper(1, { upvotes: 90 }), aPaper(300)]);
    const { newIds, rises } = await recordListing(library, reading, clock.time);
    expect(newIds).toEqual([aPaper(300).id]);
    expect(rises).toMatchObject([{ paperId: aPaper(1).id, by: 50 }]);
  });

  it('is not taken for one that replaced another, and is remembered', async () => {
    const { db } = openTestLibrary(await released());
    expect(isLost(await libraryMemory.read(), await libraryId(db))).toBe(false);
    expect(await rememberLibrary(db)).toBe(5);
  });
});

it('a backup of release 0.1 restores every entry, paper, sighting and dismissal', async () => {
  const records: ImportedRecord[] = [];
  const dismissals: Dismissal[] = [];
  for await (const { problems, ...batch } of readFile(textOf('library.backup.json'), 'b.json')) {
    expect(problems).toEqual([]);
    records.push(...batch.records);
    dismissals.push(...batch.dismissals);
  }
  const library = openTestLibrary();
  library.clock.time = Date.UTC(2026, 8, 30, 9);
  await applyImport(library, records, {}, dismissals);
  const { tables } = dump();
  const rowsIn = (name: string) => tables[name]?.map(([, row]) => row);
  expect(await library.db.entries.toArray()).toEqual(rowsIn('entries'));
  expect(await library.db.dismissals.toArray()).toEqual(rowsIn('dismissals'));
  const ids = new Set((await library.db.entries.toArray()).map(({ paperId }) => paperId));
  const isSaved = (row: object) => ids.has((row as { paperId: never }).paperId);
  expect(await library.db.sightings.toArray()).toEqual(rowsIn('sightings')?.filter(isSaved));
  expect(await library.db.papers.toArray()).toEqual(
    rowsIn('papers')?.filter((row) => ids.has((row as { id: never }).id)),
  );
});

it('the settings of release 0.1 are read', async () => {
  const stored = JSON.parse(textOf('settings.json')) as Record<string, unknown>;
  await fakeBrowser.storage.local.set(stored);
  const read = {
    copies: await backupFiles.read(),
    backup: await backupSchedule.read(),
    copyFailure: await backupFailure.read(),
    cardFilter: await cardFilter.read(),
    dailyFetch: await dailyFetch.read(),
    dailyFetchState: await dailyFetchState.read(),
    pageKeys: await pageKeys.read(),
    reminderDismissedAt: await reminderDismissedAt.read(),
    sightingsThinnedOn: await sightingsThinnedOn.read(),
  };
  const { lastChange: _, ...settings } = stored;
  expect(read).toEqual(settings);
});
