import type { Dexie } from 'dexie';

/**
 * What the reader saw and dismissed. The indexes find what is new since some day (`listedOn`), the
 * sightings of the last days or those old enough to be thinned (`day`), and the last visits
 * (`endedAt`). All papers that pages showed to an earlier release count as seen: otherwise the whole
 * past would be new. They were so at 0, since the visit that has the upgrade done began before it.
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
