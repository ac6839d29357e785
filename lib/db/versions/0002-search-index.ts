import type { Dexie } from 'dexie';

/**
 * The search index, in this database so that one transaction covers a change and its outbox line.
 * The upgrade queues all entries: indexed gradually, and a kill loses nothing.
 */
export function version2(db: Dexie): void {
  db.version(2)
    .stores({
      searchOutbox: '++seq',
      searchSegments: 'id',
      searchBlocks: '',
      searchState: 'name',
    })
    .upgrade(async (tx) => {
      const ids = await tx.table('entries').toCollection().primaryKeys();
      await tx.table('searchOutbox').bulkAdd(ids.map((paperId) => ({ paperId })));
    });
}
