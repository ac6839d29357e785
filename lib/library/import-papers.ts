import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import type { FoldedRecord } from '../import/fold-records';
import type { ImportedRecord } from '../import/format';
import {
  fieldMerges,
  filledFacts,
  type FieldMerge,
  type MergedPaper,
} from '../import/merge-record';
import type { Sighting } from '../papers/listing';
import type { Paper } from '../papers/paper';
import { noteForSearch } from '../search/outbox';
import type { LongWork } from './change-entries';
import type { LibraryContext } from './context';
import { mergeRecords, type Merge } from './merge-records';

/** What an import would do with one paper. Nothing is written yet. */
export interface PlannedPaper extends Merge {
  /** Where the file differs from the entry that there is; empty for a new one. */
  fields: FieldMerge[];
  /** Facts that the library lacks and the file gives; empty for a paper that it did not know. */
  facts: (keyof Paper)[];
}

/** What an import would do, one a paper, in the order of the file. */
export type ImportPlan = readonly PlannedPaper[];

/** What an import did, for `undoImport`. */
export interface ImportOutcome {
  /** How many papers of each kind there were. */
  counts: Record<MergedPaper['kind'], number>;
  /** Those that something was written of. */
  changes: readonly ImportChange[];
}

/** The rows of one paper before and after an import. */
export interface ImportChange extends Pick<MergedPaper, 'known' | 'paper' | 'entry'> {
  /** Sightings that were not there before. */
  sightings: readonly Sighting[];
}

/**
 * Works out what importing `records` would do to the library as it is now. The papers that the
 * reader leaves ticked are imported by handing all their `record.records` to `applyImport`.
 */
export async function planImport(
  { db, now }: LibraryContext,
  records: readonly ImportedRecord[],
  work: LongWork = {},
): Promise<ImportPlan> {
  const plan: PlannedPaper[] = [];
  await withCodedErrors(() =>
    mergeRecords(db, records, now(), work, (merges) => {
      for (const merge of merges) {
        const fields = fieldMerges(merge, merge.record.entry);
        plan.push({ ...merge, fields, facts: filledFacts(merge) });
      }
    }),
  );
  return plan;
}

/**
 * Brings `records` into the library, in one transaction: all of them, or none when it fails or is
 * cancelled. They are merged with the library as it is by then, whatever was planned; brought in
 * once more, they change nothing.
 */
export async function applyImport(
  { db, now, announce }: LibraryContext,
  records: readonly ImportedRecord[],
  work: LongWork = {},
): Promise<ImportOutcome> {
  const at = now();
  const counts = { new: 0, merges: 0, unchanged: 0, 'in-trash': 0 };
  const changes: ImportChange[] = [];
  await withCodedErrors(() =>
    db.transaction('rw', db.papers, db.entries, db.sightings, db.searchOutbox, async () => {
      await mergeRecords(db, records, at, work, async (merges) => {
        for (const { kind } of merges) counts[kind] += 1;
        changes.push(...(await writeMerges(db, merges)));
      });
      // Asked too late to be known before the last batch, yet in time for the whole.
      work.signal?.throwIfAborted();
    }),
  );
  announce(changes.map(({ paper }) => paper.id));
  return { counts, changes };
}

async function writeMerges(
  db: PapershelfDatabase,
  merges: readonly Merge[],
): Promise<ImportChange[]> {
  const sightings = await newSightings(
    db,
    merges.map(({ record }) => record),
  );
  const changes = merges
    .map(({ known, paper, entry }): ImportChange => {
      return { known, paper, entry, sightings: sightings.get(paper.id) ?? [] };
    })
    .filter(
      ({ known, paper, entry, sightings }) =>
        paper !== known.paper || entry !== known.entry || sightings.length > 0,
    );
  const papers = changes.filter(({ known, paper }) => paper !== known.paper);
  const entries = changes.filter(({ known, entry }) => entry !== known.entry);
  await db.papers.bulkPut(papers.map(({ paper }) => paper));
  await db.entries.bulkPut(entries.map(({ entry }) => entry));
  await db.sightings.bulkPut([...sightings.values()].flat());
  await noteForSearch(
    db,
    changes.map(({ paper }) => paper.id),
  );
  return changes;
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
  const present = await db.sightings.bulkGet(
    inFile.map(({ paperId, listing, day }): [string, string, string] => [paperId, listing, day]),
  );
  for (const [index, sighting] of inFile.entries()) {
    if (present[index] !== undefined) continue;
    const former = found.get(sighting.paperId);
    if (former === undefined) found.set(sighting.paperId, [sighting]);
    else former.push(sighting);
  }
  return found;
}
