import type { PapershelfDatabase } from '@/lib/db/database';
import { manyRows } from '@/lib/db/many-rows';
import { uniqueCitationKeys } from '@/lib/export/citation-key';
import { foldRecords, type FoldedRecord } from '@/lib/import/fold-records';
import type { ImportedRecord } from '@/lib/import/format';
import { mergeRecord, type MergedPaper } from '@/lib/import/merge-record';
import { portions, sizeOf } from '@/lib/import/portions';
import { inBatches, type ProgressOptions } from '@/lib/shared/in-batches';
import { existingIds } from '../existing-ids';
import { matchByTitle } from './match-by-title';
import { pause } from './pause';

/** With the record in the file. */
export interface Merge extends MergedPaper {
  record: FoldedRecord;
  /** Whether a record was matched by title alone. */
  byTitle: boolean;
}

/**
 * Merges a file's records with the library at `now` (ms since epoch). Awaits only the database and
 * `onBatch`, as transactions require.
 * @param onBatch receives merges, in file order
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
    () => pause(db),
  );
  // Most papers are new, and reading keys takes a tenth of reading rows.
  const foldedIds = folded.map(({ paper }) => paper.id);
  const knownPapers = await existingIds(db.papers, foldedIds);
  const knownEntries = await existingIds(db.entries, foldedIds);
  const keys = new Set<unknown>(await db.entries.orderBy('citationKey').keys());
  const keyFrom = uniqueCitationKeys((key) => keys.has(key));
  const merge = async (batch: readonly FoldedRecord[]): Promise<void> => {
    const ids = batch.map(({ paper }) => paper.id);
    const ofKnown = ids.filter((id) => knownPapers.has(id));
    const papers = await manyRows(db.papers, ofKnown, ({ id }) => id);
    const ofSaved = ids.filter((id) => knownEntries.has(id));
    const entries = await manyRows(db.entries, ofSaved, ({ paperId }) => paperId);
    if (ofKnown.length + ofSaved.length === 0) await pause(db);
    const merges = batch.map((record): Merge => {
      const { id } = record.paper;
      const known = { paper: papers.get(id), entry: entries.get(id) };
      const merged = mergeRecord(known, record, keyFrom, now);
      keys.add(merged.entry.citationKey);
      const byTitle = record.records.some(({ paper }) => paper.id !== record.paper.id);
      return { ...merged, record, byTitle };
    });
    await onBatch(merges);
  };
  await inBatches(folded, work, async (batch) => {
    // Awaits the database, to yield to the page between long texts.
    for (const portion of portions(batch, sizeOf)) await merge(portion);
  });
}
