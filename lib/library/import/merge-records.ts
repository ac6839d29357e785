import type { PapershelfDatabase } from '@/lib/db/database';
import { uniqueCitationKeys } from '@/lib/export/citation-key';
import { foldRecords, type FoldedRecord } from '@/lib/import/fold-records';
import type { ImportedRecord } from '@/lib/import/format';
import { mergeRecord, type MergedPaper } from '@/lib/import/merge-record';
import { portions, sizeOf } from '@/lib/import/portions';
import { inBatches, type ProgressOptions } from '@/lib/shared/in-batches';
import { matchByTitle } from './match-by-title';

/** What becomes of one paper, and what the file says of it. */
export interface Merge extends MergedPaper {
  record: FoldedRecord;
  /** Whether the library knows it by no identifier of the file, only by the same title. */
  byTitle: boolean;
}

/**
 * Merges what a file says with the library, paper by paper, at `now` (ms since epoch). It awaits
 * nothing but the database and `onBatch`, so that it may be part of a transaction.
 * @param onBatch is handed what becomes of the next papers, in the order of the file
 */
export async function mergeRecords(
  db: PapershelfDatabase,
  records: readonly ImportedRecord[],
  now: number,
  work: ProgressOptions,
  onBatch: (merges: readonly Merge[]) => PromiseLike<unknown> | void,
): Promise<void> {
  const matches = await matchByTitle(db, records);
  const folded = await foldRecords(
    records,
    ({ paper }) => matches.get(paper.id),
    // A transaction lives on through a read only.
    () => db.entries.limit(1).primaryKeys(),
  );
  const keys = new Set<unknown>(await db.entries.orderBy('citationKey').keys());
  const keyFrom = uniqueCitationKeys((key) => keys.has(key));
  const merge = async (batch: readonly FoldedRecord[]): Promise<void> => {
    const ids = batch.map(({ paper }) => paper.id);
    const papers = await db.papers.bulkGet(ids);
    const entries = await db.entries.bulkGet(ids);
    const merges = batch.map((record, index): Merge => {
      const known = { paper: papers[index], entry: entries[index] };
      const merged = mergeRecord(known, record, keyFrom, now);
      keys.add(merged.entry.citationKey);
      const byTitle = record.records.some(({ paper }) => paper.id !== record.paper.id);
      return { ...merged, record, byTitle };
    });
    await onBatch(merges);
  };
  await inBatches(folded, work, async (batch) => {
    // Each awaits the database, so that the page goes on between long texts.
    for (const portion of portions(batch, sizeOf)) await merge(portion);
  });
}
