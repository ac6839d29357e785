import type { PapershelfDatabase } from '@/lib/db/database';
import type { SearchSegment, SearchState } from '@/lib/db/search-tables';
import { segmentRows } from '../format/segment-rows';
import { raiseGeneration, readState } from '../format/index-state';
import { firstKey, IndexDamaged } from '../format/streams';

/** Another page changed the index meanwhile; retry. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

export interface Begun {
  generation: number;
  /** Of the new segment; never reused. */
  segmentId: number;
  segments: SearchSegment[];
}

/**
 * Runs `work`, which must end with `commitChange`.
 * @throws Overtaken if another page changed the index; then nothing changed
 */
export async function changeIndex(
  db: PapershelfDatabase,
  work: (begun: Begun) => Promise<void>,
): Promise<void> {
  const begun = await beginChange(db);
  try {
    await work(begun);
  } catch (error) {
    // Blocks may be missing because another page merged them.
    const isOvertaken = error instanceof IndexDamaged && !(await isCurrent(db, begun));
    throw isOvertaken ? new Overtaken() : error;
  }
}

/**
 * Runs `change` and raises the generation, in one transaction over index and outbox.
 * @throws Overtaken if the index changed since `begun`; then nothing changed
 */
export async function commitChange(
  db: PapershelfDatabase,
  begun: Begun,
  change: () => Promise<void>,
): Promise<void> {
  const tables = [db.searchState, db.searchSegments, db.searchBlocks, db.searchOutbox];
  await db.transaction('rw', tables, async () => {
    if (!(await isCurrent(db, begun))) throw new Overtaken();
    await change();
    await raiseGeneration(db, await stateOf(db));
  });
}

async function beginChange(db: PapershelfDatabase): Promise<Begun> {
  return db.transaction('rw', db.searchState, db.searchSegments, async () => {
    const state = await stateOf(db);
    await db.searchState.put({ ...state, nextSegment: state.nextSegment + 1 });
    const segments = await segmentRows(db);
    return { generation: state.generation, segmentId: state.nextSegment, segments };
  });
}

async function isCurrent(db: PapershelfDatabase, { generation }: Begun): Promise<boolean> {
  return (await readState(db))?.generation === generation;
}

/** Deletes a segment's blocks. Requires a transaction over them. */
export async function deleteBlocks(db: PapershelfDatabase, segment: number): Promise<void> {
  await db.searchBlocks
    .where(':id')
    .between(firstKey(segment), firstKey(segment + 1))
    .delete();
}

/** Deletes blocks of unfinished flushes and merges. */
export async function sweepOrphans(db: PapershelfDatabase): Promise<void> {
  const tables = [db.searchState, db.searchSegments, db.searchBlocks];
  await db.transaction('rw', tables, async () => {
    const state = await stateOf(db);
    const ids = await db.searchSegments.toCollection().primaryKeys();
    let swept = 0;
    let start = 0;
    for (const id of [...ids, Infinity]) {
      swept += await db.searchBlocks.where(':id').between(start, firstKey(id)).delete();
      start = firstKey(id + 1);
    }
    // Without locks, a running change may own them: make its commit fail.
    if (swept > 0) await raiseGeneration(db, state);
  });
}

async function stateOf(db: PapershelfDatabase): Promise<SearchState> {
  const state = await readState(db);
  if (state === undefined) throw new IndexDamaged('of another format');
  return state;
}
