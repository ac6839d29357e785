import type { PapershelfDatabase } from '@/lib/db/database';
import { readState, resetIndex } from '../format/index-state';
import { IndexMemory, type Snapshot } from './snapshot';
import { isDamage } from '../format/streams';

interface Reader {
  memory: IndexMemory;
  last: Promise<unknown>;
}

const readers = new WeakMap<PapershelfDatabase, Reader>();

/**
 * Runs `work` on the current snapshot, in a read transaction over the index. A page's calls run in
 * sequence and share a cache. A damaged index is read again without the cache, and if that fails,
 * rebuilt.
 * @param work reads only the snapshot; must not call this
 */
export async function readIndex<T>(
  db: PapershelfDatabase,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const reader = readers.get(db) ?? { memory: new IndexMemory(db), last: Promise.resolve() };
  readers.set(db, reader);
  const reading = reader.last.then(() => readAndHeal(db, reader.memory, work));
  reader.last = reading.catch(() => undefined);
  return reading;
}

async function readAndHeal<T>(
  db: PapershelfDatabase,
  memory: IndexMemory,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  try {
    return await read(db, memory, work);
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  memory.forget();
  try {
    return await read(db, memory, work);
  } catch (error) {
    if (!isDamage(error)) throw error;
    console.warn('Papershelf rebuilds its search index', error);
  }
  await resetIndex(db);
  return await read(db, memory, work);
}

async function read<T>(
  db: PapershelfDatabase,
  memory: IndexMemory,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const { searchState, searchOutbox, searchSegments, searchBlocks, papers, entries } = db;
  const all = [searchState, searchOutbox, searchSegments, searchBlocks, papers, entries];
  for (;;) {
    const snapshot = await db.transaction('r', all, async () => memory.snapshot());
    const done = await db.transaction('r', searchState, searchBlocks, async () => {
      // Another page may have merged segments in between.
      const isCurrent = (await readState(db))?.generation === snapshot.generation;
      return isCurrent ? { value: await work(snapshot) } : undefined;
    });
    if (done !== undefined) return done.value;
  }
}
