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

/** Outbox lines that slow a search. */
const MANY = 32;
const LOCK = 'papershelf-search-index';

/**
 * `largest` for the service worker and popup, which may end any time: aborted merges start over,
 * and large ones take seconds and hold all titles.
 */
export const SMALL = 2048;

export interface MergingOptions {
  /** Skips segments with more documents. */
  largest?: number;
}

export interface MaintenanceOptions extends MergingOptions {
  /** Stops early, keeping committed work. */
  signal?: AbortSignal;
  /** Receives the number of outbox lines left. */
  onProgress?: (left: number) => void;
}

/** Whether many changes wait or segments need merging. */
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
 * Flushes the outbox and merges due segments; one page at a time, yielding often. Resumes
 * interrupted work.
 * @throws the signal's reason; else what the database throws
 */
export async function maintainIndex(
  db: PapershelfDatabase,
  { signal, onProgress, largest = Infinity }: MaintenanceOptions = {},
): Promise<void> {
  const maintain = async (): Promise<void> => {
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
        console.warn('Papershelf rebuilds its search index', error);
        await resetIndex(db);
      }
    }
  };
  await withLock(LOCK, maintain, signal);
}

/** Checked against the library, once per page. */
const compared = new WeakSet<PapershelfDatabase>();

/** If needed (`needsMaintenance`); also rebuilds an index that lacks papers. */
export async function maintainIndexIfNeeded(
  db: PapershelfDatabase,
  options?: MaintenanceOptions,
): Promise<void> {
  if (await needsMaintenance(db, options)) await maintainIndex(db, options);
  if (compared.has(db)) return;
  const holds = await holdsLibrary(db);
  if (holds !== undefined) compared.add(db);
  if (holds !== false) return;
  console.warn('Papershelf rebuilds its search index: papers are missing from it');
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
