import type { Dexie } from 'dexie';

/**
 * The search index (see `lib/search`), beside the papers so that one transaction covers a change and
 * its line in the outbox. Everything of an older library is put into the outbox, so it is indexed
 * bit by bit, and a kill half-way loses nothing.
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
