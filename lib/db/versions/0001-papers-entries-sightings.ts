import type { Dexie } from 'dexie';

/**
 * `removedAt` is 0 in the library, so that `[removedAt+savedAt]` lists it, newest last, without the
 * trash. `status` and `updatedAt` serve lists and sync: an index added later is built over all
 * rows.
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
