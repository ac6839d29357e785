import type { Dexie } from 'dexie';

/**
 * The first schema. Only what is looked up or sorted by is indexed. `removedAt` is 0 while an entry
 * is in the library, so `[removedAt+savedAt]` lists the library alone, newest last, without looking
 * at what was removed.
 */
export function version1(db: Dexie): void {
  db.version(1).stores({
    papers: 'id',
    entries:
      'paperId, updatedAt, *tags, citationKey, [removedAt+savedAt], [removedAt+status+savedAt]',
    sightings: '[paperId+listing+day], at',
    visits: '[listing+startedAt], startedAt',
  });
}
