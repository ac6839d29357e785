import type { PapershelfDatabase } from '@/lib/db/database';
import { savedEntries } from '@/lib/db/entry-sets';
import { eachDeleted } from '../format/deleted';
import { segmentRows } from '../format/segment-rows';

/**
 * Whether the index has as many papers as are saved; undefined until the outbox is empty. Only this
 * detects lost segments and flipped bits.
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
