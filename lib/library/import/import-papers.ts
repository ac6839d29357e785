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
import { isSaved, type Entry } from '@/lib/papers/entry';
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

/** What an import would do with one paper. Nothing is written yet. */
export interface PlannedPaper extends Merge {
  /** Where the file differs from the entry that there is; empty for a new one. */
  fields: FieldMerge[];
  /** Facts that the library lacks and the file gives; empty for a paper that it did not know. */
  facts: (keyof Paper)[];
  /** Facts that the file has otherwise than the library, whose own are kept. */
  unchangedFacts: (keyof Paper)[];
}

/** What an import would do, one a paper, in the order of the file. */
export type ImportPlan = readonly PlannedPaper[];

/** What an import did, for `undoImport`. */
export interface ImportOutcome {
  /** How many papers of each kind there were. */
  counts: Record<MergedPaper['kind'], number>;
  /** Those that something was written of. */
  changes: readonly ImportChange[];
  /** The dismissals of papers that were not dismissed before. */
  dismissed: readonly Dismissal[];
  /**
   * When the first and when the last of those in the library was saved, ms since epoch; absent
   * without any.
   */
  savedBetween?: readonly [number, number];
}

/**
 * What an import wrote of one paper. Of the rows that it wrote there are digests alone (`rowHash`)
 * where that is enough to tell whether somebody edited them since: a big import would otherwise be a
 * second library in memory as long as it can be undone.
 */
export interface ImportChange {
  paperId: PaperId;
  /** How much there is of it in the file (see `sizeOf`). */
  size: number;
  /** Its row that was written, and the one before it; absent when none was written. */
  paper?: { before: KnownPaper | undefined; hash: number };
  /** The entry that was written where there was none. */
  newEntry?: number;
  /** The entry that was there, and what it became. */
  merged?: { before: Entry; after: Entry };
  /** Sightings that were not there before. */
  sightings?: readonly Sighting[];
}

/**
 * Works out what importing `records` would do to the library as it is now. The papers that the
 * reader leaves ticked are imported by handing all their `record.records` to `applyImport`.
 */
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

/** Those of `dismissals` whose papers the library does not have as dismissed, one of each paper. */
export async function newDismissals(
  { db }: LibraryContext,
  dismissals: readonly Dismissal[],
): Promise<Dismissal[]> {
  const byPaper = new Map(dismissals.map((dismissal) => [dismissal.paperId, dismissal]));
  const former = await withFailures(() => existingIds(db.dismissals, [...byPaper.keys()]));
  return [...byPaper.values()].filter(({ paperId }) => !former.has(paperId));
}

/**
 * Brings `records` into the library, in one transaction: all of them, or none when it fails or is
 * cancelled. They are merged with the library as it is by then, whatever was planned; brought in
 * once more, they change nothing.
 * @param dismissals come in too; what was dismissed before stays so since then
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
  let first = Infinity;
  let last = -Infinity;
  await withFailures(() =>
    db.transaction('rw', tables, async () => {
      await mergeRecords(db, records, at, work, async (merges) => {
        for (const { kind } of merges) counts[kind] += 1;
        for (const { entry } of await writeMerges(db, merges, changes)) {
          if (!isSaved(entry)) continue;
          first = Math.min(first, entry.savedAt);
          last = Math.max(last, entry.savedAt);
        }
      });
      dismissed.push(...(await addDismissals(db, dismissals)));
    }),
  );
  announce([...changes, ...dismissed].map(({ paperId }) => paperId));
  return { counts, changes, dismissed, ...(first <= last && { savedBetween: [first, last] }) };
}

/**
 * Writes what becomes of these papers, and puts what it wrote to `changes`.
 * @returns those that something was written of
 */
async function writeMerges(
  db: PapershelfDatabase,
  merges: readonly Merge[],
  changes: ImportChange[],
): Promise<Merge[]> {
  const sightings = await newSightings(
    db,
    merges.map(({ record }) => record),
  );
  const papers = merges.filter(({ known, paper }) => paper !== known.paper);
  const entries = merges.filter(({ known, entry }) => entry !== known.entry);
  await db.papers.bulkPut(papers.map(({ paper }) => paper));
  await db.entries.bulkPut(entries.map(({ entry }) => entry));
  await db.sightings.bulkPut([...sightings.values()].flat());
  const changed = merges.filter(
    ({ known, paper, entry }) =>
      paper !== known.paper || entry !== known.entry || sightings.has(paper.id),
  );
  for (const merge of changed) changes.push(changeOf(merge, sightings.get(merge.paper.id)));
  await noteForSearch(
    db,
    changed.map(({ paper }) => paper.id),
  );
  return changed;
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

/** The sightings in a backup that the library has not, by the paper's id in the library. */
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
