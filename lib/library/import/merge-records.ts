import type { PapershelfDatabase } from '@/lib/db/database';
import { uniqueCitationKeys } from '@/lib/export/citation-key';
import { foldRecords, type FoldedRecord } from '@/lib/import/fold-records';
import type { ImportedRecord } from '@/lib/import/format';
import { mergeRecord, type MergedPaper } from '@/lib/import/merge-record';
import { portions, sizeOf } from '@/lib/import/portions';
import { inBatches, type ProgressOptions } from '@/lib/shared/in-batches';
import { matchByTitle } from './match-by-title';

/** Merge of one paper, with its record in the file. */
export interface Merge extends MergedPaper {
  record: FoldedRecord;
  /** Whether some record in the file was matched by title alone. */
  byTitle: boolean;
}

/**
 * Merges a file's records with the library at `now` (ms since epoch). Awaits only the database and
 * `onBatch`, as transactions require.
 * @param onBatch receives the next merges, in file order
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
    // Only a database request keeps the transaction alive.
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
    // Awaiting the database yields to the page between long texts.
    for (const portion of portions(batch, sizeOf)) await merge(portion);
  });
}
