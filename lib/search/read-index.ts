import type { PapershelfDatabase } from '../db/database';
import { resetIndex } from './index-state';
import { IndexMemory, type Snapshot } from './snapshot';
import { IndexDamaged } from './streams';

const memories = new WeakMap<PapershelfDatabase, IndexMemory>();

/**
 * Runs `work` on what can be found now, in one read transaction. An index that cannot be read is
 * read anew, in case it was this page's copy; if that does not help it is emptied, to be made anew.
 */
export async function readIndex<T>(
  db: PapershelfDatabase,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const memory = memories.get(db) ?? new IndexMemory(db);
  memories.set(db, memory);
  const tables = [
    db.searchState,
    db.searchOutbox,
    db.searchSegments,
    db.searchBlocks,
    db.papers,
    db.entries,
  ];
  const read = (): PromiseLike<T> =>
    db.transaction('r', tables, async () => work(await memory.snapshot()));
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error;
  }
  memory.forget();
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error;
    console.warn('Papershelf makes its search index anew', error);
  }
  await resetIndex(db);
  return await read();
}
