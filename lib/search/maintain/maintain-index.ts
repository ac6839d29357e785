import type { PapershelfDatabase } from '@/lib/db/database';
import { eachDeleted } from '../format/deleted';
import { flushOutbox } from './flush-outbox';
import { holdsLibrary } from './holds-library';
import { readState, resetIndex } from '../format/index-state';
import { withLock } from '@/lib/shared/lock';
import { segmentsToMerge, type SegmentSize } from './merge-policy';
import { mergeSegments } from './merge-segments';
import { segmentRows } from '../format/segment-rows';
import { Slices } from '@/lib/shared/time-slices';
import { isDamage } from '../format/streams';
import { Overtaken, sweepOrphans } from './write-index';

/** With so many lines in the outbox a search begins to feel them. */
const MANY = 32;
const LOCK = 'papershelf-search-index';

/**
 * `largest` for those who may be gone at any moment (the worker, the popup): a merge that was broken
 * off begins anew, and one of large segments takes seconds and holds all their titles.
 */
export const SMALL = 2048;

export interface MergingOptions {
  /** Segments with more documents are left as they are; none by default. */
  largest?: number;
}

export interface MaintenanceOptions extends MergingOptions {
  /** Ends it early; what is done by then stays done. */
  signal?: AbortSignal;
  /** Called with how many lines of the outbox are still to be taken in. */
  onProgress?: (left: number) => void;
}

/** Whether the index is worth tending: much has changed, or segments are to be merged. */
export async function needsMaintenance(
  db: PapershelfDatabase,
  { largest = Infinity }: MergingOptions = {},
): Promise<boolean> {
  const [state, lines] = await Promise.all([
    readState(db),
    db.searchOutbox.limit(MANY).primaryKeys(),
  ]);
  if (state === undefined || lines.length === MANY) return true;
  try {
    return segmentsToMerge(await segmentSizes(db, largest), false).length > 0;
  } catch (error) {
    if (isDamage(error)) return true;
    throw error;
  }
}

/**
 * Takes what changed into the index, and merges segments where that is due; one page at a time,
 * and never long without letting the page run. It may end at any line: what was not finished is
 * done by the next one.
 * @throws the signal's reason when it aborted; else what the database throws
 */
export async function maintainIndex(
  db: PapershelfDatabase,
  { signal, onProgress, largest = Infinity }: MaintenanceOptions = {},
): Promise<void> {
  await withLock(LOCK, signal, async () => {
    for (let damages = 0; ;) {
      const slices = new Slices(signal);
      try {
        if ((await readState(db)) === undefined) await resetIndex(db);
        await sweepOrphans(db);
        await flushAll(db, slices, largest, onProgress);
        await mergeDue(db, slices, { largest, backlog: false });
        return;
      } catch (error) {
        if (error instanceof Overtaken) continue;
        damages += 1;
        if (!isDamage(error) || damages > 1) throw error;
        console.warn('Papershelf makes its search index anew', error);
        await resetIndex(db);
      }
    }
  });
}

/** Those whose index was compared with the library: once in the life of a page. */
const compared = new WeakSet<PapershelfDatabase>();

/** Tends the index when that is worth while (see `needsMaintenance`). */
export async function maintainIndexIfNeeded(
  db: PapershelfDatabase,
  options?: MaintenanceOptions,
): Promise<void> {
  if (await needsMaintenance(db, options)) await maintainIndex(db, options);
  if (compared.has(db)) return;
  const holds = await holdsLibrary(db);
  if (holds !== undefined) compared.add(db);
  if (holds !== false) return;
  console.warn('Papershelf makes its search index anew, since it lacks papers');
  await resetIndex(db);
  await maintainIndex(db, options);
}

async function flushAll(
  db: PapershelfDatabase,
  slices: Slices,
  largest: number,
  onProgress: ((left: number) => void) | undefined,
): Promise<void> {
  for (;;) {
    await slices.rest();
    if (!(await flushOutbox(db, slices))) return;
    const left = await db.searchOutbox.count();
    onProgress?.(left);
    if (left > 0) await mergeDue(db, slices, { largest, backlog: true });
  }
}

async function mergeDue(
  db: PapershelfDatabase,
  slices: Slices,
  { largest, backlog }: { largest: number; backlog: boolean },
): Promise<void> {
  for (;;) {
    const due = segmentsToMerge(await segmentSizes(db, largest), backlog);
    if (due.length === 0) return;
    await mergeSegments(db, due, slices);
  }
}

async function segmentSizes(db: PapershelfDatabase, largest: number): Promise<SegmentSize[]> {
  const segments = await segmentRows(db);
  return segments
    .filter(({ documents }) => documents <= largest)
    .map(({ id, documents, deleted }) => {
      let live = documents;
      eachDeleted(deleted, () => (live -= 1));
      return { id, documents, live };
    });
}
