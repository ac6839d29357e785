import type { Dexie } from 'dexie';

/**
 * Seen papers and dismissals. Indexes find papers new since a day (`listedOn`), recent or thinnable
 * sightings (`day`) and last visits (`endedAt`). Papers of earlier releases count as seen, else all
 * would be new; at 0, before the visit that triggers the upgrade.
 */
export function version3(db: Dexie): void {
  db.version(3)
    .stores({
      papers: 'id, listedOn',
      sightings: '[paperId+listing+day], day',
      visits: '[listing+startedAt], endedAt',
      seen: 'paperId',
      dismissals: 'paperId',
    })
    .upgrade(async (tx) => {
      await tx
        .table('visits')
        .toCollection()
        .modify((visit) => {
          visit.endedAt = visit.startedAt;
        });
      const ids = await tx.table('papers').toCollection().primaryKeys();
      await tx.table('seen').bulkAdd(ids.map((paperId) => ({ paperId, seenAt: 0 })));
    });
}
