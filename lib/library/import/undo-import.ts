import type { Table } from 'dexie';
import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { portions } from '@/lib/import/portions';
import type { Entry } from '@/lib/papers/entry';
import { revertMerge } from '@/lib/papers/merge-entries';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { sightingKey, type Sighting } from '@/lib/papers/sighting';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { deleteDismissals } from '../seen/dismissals';
import type { ImportChange, ImportOutcome } from './import-papers';
import { inBatches, type ProgressOptions } from '@/lib/shared/in-batches';
import { rowHash } from './row-hash';

/**
 * Reverts an import atomically: deletes what it added, restores what it merged, except where the
 * reader or a page wrote since.
 */
export async function undoImport(
  { db, now, announce }: LibraryContext,
  { changes, dismissed }: ImportOutcome,
  work?: ProgressOptions,
): Promise<void> {
  const at = now();
  const tables = [db.papers, db.entries, db.sightings, db.dismissals, db.searchOutbox];
  await withFailures(() =>
    db.transaction('rw', tables, async () => {
      await inBatches(changes, work, async (batch) => {
        for (const portion of portions(batch, ({ size }) => size)) {
          await undoChanges(db, portion, at);
        }
      });
      await deleteDismissals(db, dismissed);
    }),
  );
  announce([...changes, ...dismissed].map(({ paperId }) => paperId));
}

async function undoChanges(
  db: PapershelfDatabase,
  changes: readonly ImportChange[],
  at: number,
): Promise<void> {
  const ids = changes.map(({ paperId }) => paperId);
  const papers = await db.papers.bulkGet(ids);
  const entries = await db.entries.bulkGet(ids);
  const formerEntries = changes.map((change, index) => formerEntry(entries[index], change, at));
  const formerPapers = changes.map((change, index) =>
    formerPaper(papers[index], formerEntries[index], change),
  );
  await replaceRows(db.entries, ids, entries, formerEntries);
  await replaceRows(db.papers, ids, papers, formerPapers);
  await deleteSightings(
    db,
    changes.flatMap(({ sightings = [] }) => sightings),
  );
  await noteForSearch(db, ids);
}

/** Undefined deletes the entry. */
function formerEntry(
  current: Entry | undefined,
  { merged, newEntry }: ImportChange,
  at: number,
): Entry | undefined {
  if (current === undefined) return undefined;
  if (merged !== undefined) return revertMerge(current, merged.before, merged.after, at);
  return newEntry === rowHash(current) ? undefined : current;
}

/** Undefined deletes the paper, known only by the import. */
function formerPaper(
  current: KnownPaper | undefined,
  entry: Entry | undefined,
  { paper }: ImportChange,
): KnownPaper | undefined {
  if (current === undefined || paper === undefined) return current;
  if (paper.hash !== rowHash(current)) return current;
  return paper.before ?? (entry && current);
}

async function replaceRows<Row>(
  table: Table<Row, PaperId>,
  ids: readonly PaperId[],
  current: readonly (Row | undefined)[],
  former: readonly (Row | undefined)[],
): Promise<void> {
  await table.bulkPut(
    former.filter((row, index) => row !== undefined && row !== current[index]) as Row[],
  );
  await table.bulkDelete(ids.filter((_, index) => former[index] === undefined));
}

/** Keeps sightings that a page wrote again. */
async function deleteSightings(
  { sightings }: PapershelfDatabase,
  added: readonly Sighting[],
): Promise<void> {
  const keys = added.map(sightingKey);
  const present = await sightings.bulkGet(keys);
  await sightings.bulkDelete(keys.filter((_, index) => isSame(present[index], added[index])));
}

function isSame(row: object | undefined, other: object | undefined): boolean {
  return JSON.stringify(row) === JSON.stringify(other);
}
