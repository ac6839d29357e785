import type { PapershelfDatabase } from '../db/database';
import type { LibraryStanding } from '../settings/copies';

/**
 * How the reader's part of the library stands now. Two index reads, however large it is. What pages
 * say of papers does not count: they will say it again.
 */
export function libraryStanding(db: PapershelfDatabase): Promise<LibraryStanding> {
  return db.transaction('r', db.entries, async () => {
    const [newest] = await db.entries.orderBy('updatedAt').reverse().limit(1).keys();
    return {
      entries: await db.entries.count(),
      updatedAt: typeof newest === 'number' ? newest : 0,
    };
  });
}

/** Whether the library changed since it stood as `former`. An undo may set times back. */
export function hasChanged(former: LibraryStanding, now: LibraryStanding): boolean {
  return former.entries !== now.entries || former.updatedAt !== now.updatedAt;
}
