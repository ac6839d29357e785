import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { FoldedRecord } from '@/lib/import/fold-records';
import type { ImportedRecord } from '@/lib/import/format';
import {
  fieldMerges,
  filledFacts,
  unchangedFacts,
  type FieldMerge,
  type MergedPaper,
} from '@/lib/import/merge-record';
import { sizeOf } from '@/lib/import/portions';
import { addTo } from '@/lib/shared/add-to';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper, Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { sightingKey, type Sighting } from '@/lib/papers/sighting';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { addDismissals } from '../seen/dismissals';
import { existingIds } from '../existing-ids';
import type { ProgressOptions } from '@/lib/shared/in-batches';
import { mergeRecords, type Merge } from './merge-records';
import { rowHash } from './row-hash';

export interface PlannedPaper extends Merge {
  /** Differences from the existing entry, if any. */
  fields: FieldMerge[];
  /** Facts that only the file has; empty for new papers. */
  facts: (keyof Paper)[];
  /** Facts that differ; the library's stay. */
  unchangedFacts: (keyof Paper)[];
}

/** Preview of an import, one item per paper, in file order. */
export type ImportPlan = readonly PlannedPaper[];

export interface ImportOutcome {
  counts: Record<MergedPaper['kind'], number>;
  /** Written papers. */
  changes: readonly ImportChange[];
  /** New ones only. */
  dismissed: readonly Dismissal[];
}

/**
 * What an import wrote of one paper. Rows are hashed (`rowHash`) where that suffices to detect
 * later edits, to save memory.
 */
export interface ImportChange {
  paperId: PaperId;
  /** See `sizeOf`. */
  size: number;
  /** Former row and hash of the written one; absent when none was written. */
  paper?: { before: KnownPaper | undefined; hash: number };
  /** A created entry's hash. */
  newEntry?: number;
  merged?: { before: Entry; after: Entry };
  /** Only new sightings. */
  sightings?: readonly Sighting[];
}

/** Previews an import. To import selected papers, pass their `record.records` to `applyImport`. */
export async function planImport(
  { db, now }: LibraryContext,
  records: readonly ImportedRecord[],
  work: ProgressOptions = {},
): Promise<ImportPlan> {
  const plan: PlannedPaper[] = [];
  await withFailures(() =>
    mergeRecords(db, records, now(), work, (merges) => {
      for (const merge of merges) {
        const { paper, entry } = merge.record;
        plan.push({
          ...merge,
          fields: fieldMerges(merge, entry),
          facts: filledFacts(merge),
          unchangedFacts: unchangedFacts(merge, paper),
        });
      }
    }),
  );
  return plan;
}

/** `dismissals` of papers not dismissed yet, one per paper. */
export async function newDismissals(
  { db }: LibraryContext,
  dismissals: readonly Dismissal[],
): Promise<Dismissal[]> {
  const byPaper = new Map(dismissals.map((dismissal) => [dismissal.paperId, dismissal]));
  const former = await withFailures(() => existingIds(db.dismissals, [...byPaper.keys()]));
  return [...byPaper.values()].filter(({ paperId }) => !former.has(paperId));
}

/**
 * Imports `records` in one transaction, rolled back on failure or cancellation. Merges with the
 * current library, whatever was planned. Idempotent.
 * @param dismissals imported too; existing ones keep their date
 */
export async function applyImport(
  { db, now, announce }: LibraryContext,
  records: readonly ImportedRecord[],
  work: ProgressOptions = {},
  dismissals: readonly Dismissal[] = [],
): Promise<ImportOutcome> {
  const at = now();
  const dismissed: Dismissal[] = [];
  const tables = [db.papers, db.entries, db.sightings, db.dismissals, db.searchOutbox];
  const counts = { new: 0, merges: 0, unchanged: 0, 'in-trash': 0 };
  const changes: ImportChange[] = [];
  await withFailures(() =>
    db.transaction('rw', tables, async () => {
      await mergeRecords(db, records, at, work, async (merges) => {
        for (const { kind } of merges) counts[kind] += 1;
        await writeMerges(db, merges, changes);
      });
      dismissed.push(...(await addDismissals(db, dismissals)));
    }),
  );
  announce([...changes, ...dismissed].map(({ paperId }) => paperId));
  return { counts, changes, dismissed };
}

/** Appends to `changes`. */
async function writeMerges(
  db: PapershelfDatabase,
  merges: readonly Merge[],
  changes: ImportChange[],
): Promise<void> {
  const sightings = await newSightings(
    db,
    merges.map(({ record }) => record),
  );
  const papers = merges.filter(({ known, paper }) => paper !== known.paper);
  const entries = merges.filter(({ known, entry }) => entry !== known.entry);
  const changed = merges.filter(
    ({ known, paper, entry }) =>
      paper !== known.paper || entry !== known.entry || sightings.has(paper.id),
  );
  // In parallel: hashing runs while the database writes.
  const writing = Promise.all([
    db.papers.bulkPut(papers.map(({ paper }) => paper)),
    db.entries.bulkPut(entries.map(({ entry }) => entry)),
    db.sightings.bulkPut([...sightings.values()].flat()),
    noteForSearch(
      db,
      changed.map(({ paper }) => paper.id),
    ),
  ]);
  for (const merge of changed) changes.push(changeOf(merge, sightings.get(merge.paper.id)));
  await writing;
}

function changeOf(
  { known, paper, entry, record }: Merge,
  sightings: readonly Sighting[] | undefined,
): ImportChange {
  const change: ImportChange = { paperId: paper.id, size: sizeOf(record) };
  if (paper !== known.paper) change.paper = { before: known.paper, hash: rowHash(paper) };
  if (known.entry === undefined) change.newEntry = rowHash(entry);
  else if (entry !== known.entry) change.merged = { before: known.entry, after: entry };
  if (sightings !== undefined) change.sightings = sightings;
  return change;
}

/** A backup's new sightings, by the library's paper id. */
async function newSightings(
  db: PapershelfDatabase,
  records: readonly FoldedRecord[],
): Promise<Map<Paper['id'], Sighting[]>> {
  const inFile = records.flatMap(({ paper, history }) =>
    (history?.sightings ?? []).map((sighting) => ({ ...sighting, paperId: paper.id })),
  );
  const found = new Map<Paper['id'], Sighting[]>();
  if (inFile.length === 0) return found;
  const present = await db.sightings.bulkGet(inFile.map(sightingKey));
  for (const [index, sighting] of inFile.entries()) {
    if (present[index] === undefined) addTo(found, sighting.paperId, sighting);
  }
  return found;
}
