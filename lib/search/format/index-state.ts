import { Dexie } from 'dexie';
import type { PapershelfDatabase } from '@/lib/db/database';
import { removedEntries } from '@/lib/db/entry-sets';
import type { SearchState } from '@/lib/db/search-tables';
import type { PaperId } from '@/lib/papers/paper-id';
import { FORMAT } from './streams';

const NEW: SearchState = { name: 'index', format: FORMAT, generation: 0, nextSegment: 1 };

/** The state; undefined in another format. */
export async function readState(db: PapershelfDatabase): Promise<SearchState | undefined> {
  const state = (await db.searchState.get('index')) ?? NEW;
  return state.format === FORMAT ? state : undefined;
}

/** Stores the next generation. Requires a transaction over `searchState`. */
export async function raiseGeneration(db: PapershelfDatabase, state: SearchState): Promise<void> {
  await db.searchState.put({ ...state, generation: state.generation + 1 });
}

/**
 * Empties the index and queues every saved paper, in one transaction, for a gradual rebuild. User
 * data is untouched.
 */
export async function resetIndex(db: PapershelfDatabase): Promise<void> {
  const tables = [db.searchState, db.searchSegments, db.searchBlocks, db.searchOutbox, db.entries];
  await db.transaction('rw', tables, async () => {
    const former = await db.searchState.get('index');
    await db.searchSegments.clear();
    await db.searchBlocks.clear();
    await db.searchOutbox.clear();
    await queueSaved(db);
    // Counts on, so that no page takes it for its cached index.
    const generation = numberOr(0, former?.generation) + 1;
    const nextSegment = numberOr(0, former?.nextSegment) + 1;
    await db.searchState.put({ name: 'index', format: FORMAT, generation, nextSegment });
  });
}

/** Few, to keep the page responsive. */
const QUEUED = 2000;

/** By id, so that a batch's rows are near each other. */
async function queueSaved(db: PapershelfDatabase): Promise<void> {
  const removed = new Set(await removedEntries(db).primaryKeys());
  let last: PaperId | typeof Dexie.minKey = Dexie.minKey;
  for (;;) {
    const ids: PaperId[] = await db.entries.where(':id').above(last).limit(QUEUED).primaryKeys();
    const end = ids.at(-1);
    if (end === undefined) return;
    const saved = ids.filter((id) => !removed.has(id));
    await db.searchOutbox.bulkAdd(saved.map((paperId) => ({ paperId })));
    last = end;
  }
}

function numberOr(otherwise: number, value: number | undefined): number {
  return Number.isSafeInteger(value) && value !== undefined ? value : otherwise;
}
