import type { PapershelfDatabase } from '@/lib/db/database';
import { readState, resetIndex } from '../format/index-state';
import { IndexMemory, type Snapshot } from './snapshot';
import { isDamage } from '../format/streams';

/** What a page keeps of an index, and the reading of it that came last. */
interface Reader {
  memory: IndexMemory;
  last: Promise<unknown>;
}

const readers = new WeakMap<PapershelfDatabase, Reader>();

/**
 * Runs `work` on what can be found now, in a read transaction that holds the index alone: papers and
 * entries can be written meanwhile. In one page one `work` comes after the other, so that each finds
 * in memory what the one before it loaded. An index that cannot be read is read anew, in case it was
 * this page's copy; if that does not help it is emptied, to be made anew.
 * @param work must not call this again, and reads nothing but the snapshot
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
    console.warn('Papershelf makes its search index anew', error);
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
      // Another page may have merged what the snapshot is of, just between the two.
      const isCurrent = (await readState(db))?.generation === snapshot.generation;
      return isCurrent ? { value: await work(snapshot) } : undefined;
    });
    if (done !== undefined) return done.value;
  }
}
