import type { PapershelfDatabase } from '@/lib/db/database';
import { savedEntries } from '@/lib/db/entry-sets';
import { eachDeleted } from '../format/deleted';
import { segmentRows } from '../format/segment-rows';

/**
 * Whether the index holds as many papers as are saved; undefined while changes wait in the outbox,
 * when it cannot be told. A segment that was lost, and bits that fell over, show in nothing else.
 * @throws IndexDamaged
 */
export function holdsLibrary(db: PapershelfDatabase): Promise<boolean | undefined> {
  const tables = [db.searchSegments, db.searchOutbox, db.entries];
  return db.transaction('r', tables, async () => {
    if ((await db.searchOutbox.count()) > 0) return undefined;
    let live = 0;
    for (const { documents, deleted } of await segmentRows(db)) {
      live += documents;
      eachDeleted(deleted, () => (live -= 1));
    }
    return live === (await savedEntries(db).count());
  });
}
