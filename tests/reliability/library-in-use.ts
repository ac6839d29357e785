import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Table } from 'dexie';
import { changeCards } from '@/lib/library/entries/bulk-card-changes';
import { editEntry, removeEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import { recordListing } from '@/lib/library/record/record-listing';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { markAllSeen, markSeen } from '@/lib/library/seen/seen';
import { maintainIndex } from '@/lib/search/maintain/maintain-index';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { DAY_MS } from '@/lib/shared/day';
import { MINUTE_MS } from '../fixtures/times';
import {
  aPaper,
  aReading,
  openTestLibrary,
  type TestLibrary,
} from '../integration/library/library-for-tests';

/** All rows of a database, by table, each with its key. */
export type Dump = Record<string, [key: never, row: object][]>;

/** Papers that were only seen. */
export const SEEN = [15, 16, 17, 18, 19] as const;
/** A saved paper whose authors the site did not show. */
export const WITHOUT_AUTHORS = 10;
/** In the trash. */
export const REMOVED = [11, 12] as const;
const DISMISSED = 15;
export const LISTING = 'hf/daily/2026-09-28';

let prepared: { rows: Dump; settings: Record<string, unknown>; time: number } | undefined;

/**
 * A library as it is after some weeks: saved, removed, dismissed and seen papers, old sightings, an
 * index in two segments with changes waiting.
 */
export async function libraryInUse(): Promise<TestLibrary> {
  prepared ??= await prepare();
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set(structuredClone(prepared.settings));
  const library = openTestLibrary();
  library.clock.time = prepared.time;
  await fill(library.db.tables, prepared.rows);
  return library;
}

async function prepare(): Promise<NonNullable<typeof prepared>> {
  fakeBrowser.reset();
  await backupSchedule.write({ every: 'day', keep: 2 });
  await dailyFetch.write({ timesADay: 1, notify: false });
  const library = openTestLibrary();
  const { db, clock } = library;
  const cards = Array.from({ length: 20 }, (_, index) => withOrWithoutAuthors(index));
  const today = clock.time;
  for (const daysAgo of [60, 59, 58, 40, 2, 0]) {
    clock.time = today - daysAgo * DAY_MS;
    const papers = cards.map((paper, index) => ({ ...paper, upvotes: 90 - daysAgo + index }));
    await recordListing(library, aReading(papers, LISTING), clock.time);
  }
  for (let number = 1; number <= 12; number += 1) {
    clock.time += MINUTE_MS;
    await savePaper(library, withOrWithoutAuthors(number));
    if (number === 6) await maintainIndex(db);
  }
  await changeCards(library, [aPaper(1), aPaper(2), aPaper(3)], { kind: 'add-tag', tag: 'nlp' });
  await changeCards(library, [aPaper(2), aPaper(4)], { kind: 'add-tag', tag: 'NLP/speech' });
  await changeCards(library, [aPaper(5)], { kind: 'add-tag', tag: 'vision' });
  const note = 'What I think.\n\nTwo paragraphs, ümläut and 猫.';
  await editEntry(library, aPaper(1).id, { kind: 'note', base: '', text: note });
  await editEntry(library, aPaper(6).id, { kind: 'note', base: '', text: 'Short.' });
  await editEntry(library, aPaper(2).id, { kind: 'rating', rating: 4 });
  await editEntry(library, aPaper(7).id, { kind: 'status', status: 'read' });
  await maintainIndex(db);
  for (const number of REMOVED) await removeEntry(library, aPaper(number).id);
  await setDismissed(library, aPaper(DISMISSED).id, true);
  await markSeen(library, [aPaper(16).id], LISTING);
  await markAllSeen(library, [aPaper(17).id]);
  await editEntry(library, aPaper(8).id, { kind: 'add-tag', tag: 'to index' });
  clock.time += MINUTE_MS;
  const rows = await dumpOf(db.tables);
  const settings = await fakeBrowser.storage.local.get(null);
  db.close();
  return { rows, settings, time: clock.time };
}

function withOrWithoutAuthors(number: number) {
  const { authors, authorCount, ...bare } = aPaper(number);
  return number === WITHOUT_AUTHORS ? bare : ({ ...bare, authors, authorCount } as typeof bare);
}

/** All rows, with their keys. */
export async function dumpOf(tables: readonly Table[]): Promise<Dump> {
  const dump: Dump = {};
  for (const table of tables) {
    const [rows, keys] = [await table.toArray(), await table.toCollection().primaryKeys()];
    dump[table.name] = rows.map((row, index) => [keys[index] as never, row as object]);
  }
  return dump;
}

/** Writes the rows of a dump. */
export async function fill(tables: readonly Table[], dump: Dump): Promise<void> {
  for (const table of tables) {
    const rows = dump[table.name] ?? [];
    const isInline = Boolean(table.schema.primKey.keyPath);
    await table.bulkPut(
      rows.map(([, row]) => row),
      ...((isInline ? [] : [rows.map(([key]) => key)]) as [never]),
    );
  }
}

/** The library after the browser or the worker was started again. */
export function reopened({ indexedDB, clock }: TestLibrary): TestLibrary {
  const library = openTestLibrary(indexedDB);
  library.clock.time = clock.time;
  return library;
}
