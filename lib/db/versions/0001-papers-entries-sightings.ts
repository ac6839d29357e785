import type { Dexie } from 'dexie';

/**
 * The first schema. `removedAt` is 0 while an entry is in the library, so `[removedAt+savedAt]` lists
 * the library alone, newest last, without looking at what was removed. The indexes with `status` and
 * `updatedAt` are for lists by status and for sync: an index added later is made over all rows.
 */
export function version1(db: Dexie): void {
  db.version(1).stores({
    papers: 'id',
    entries:
      'paperId, updatedAt, *tags, citationKey, [removedAt+savedAt], [removedAt+status+savedAt]',
    sightings: '[paperId+listing+day]',
    visits: '[listing+startedAt]',
  });
}
