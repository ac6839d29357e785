import type { LibraryContext } from '@/lib/library/context';
import type { LibraryFingerprint } from '@/lib/settings/backup-file';

/**
 * How the reader's part of the library stands now. Three index reads, however large it is. What pages
 * say of papers does not count: they will say it again. A time that lies ahead, of a clock that was
 * or of a backup, is passed over: it would be the newest until then, whatever is edited.
 */
export function libraryFingerprint({
  db,
  now,
}: Pick<LibraryContext, 'db' | 'now'>): Promise<LibraryFingerprint> {
  const at = now();
  return db.transaction('r', db.entries, db.dismissals, async () => {
    const edits = db.entries.where('updatedAt').belowOrEqual(at);
    const [newest] = await edits.reverse().limit(1).keys();
    return {
      entries: await db.entries.count(),
      updatedAt: typeof newest === 'number' ? newest : 0,
      dismissals: await db.dismissals.count(),
    };
  });
}

/** Whether the library changed since it stood as `former`. An undo may set times back. */
export function hasChanged(former: LibraryFingerprint, now: LibraryFingerprint): boolean {
  const { dismissals = now.dismissals } = former;
  return (
    former.entries !== now.entries ||
    former.updatedAt !== now.updatedAt ||
    dismissals !== now.dismissals
  );
}
