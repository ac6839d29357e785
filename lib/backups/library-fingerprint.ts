import type { LibraryContext } from '@/lib/library/context';
import type { LibraryFingerprint } from '@/lib/settings/backup-file';

/**
 * The fingerprint of the reader's own data, by three index reads. Omits facts, which pages provide
 * again, and future edit times (wrong clock, backup), which would hide later edits.
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

/** Whether the library differs from `former`. Times may go back, by an undo. */
export function hasChanged(former: LibraryFingerprint, now: LibraryFingerprint): boolean {
  const { dismissals = now.dismissals } = former;
  return (
    former.entries !== now.entries ||
    former.updatedAt !== now.updatedAt ||
    dismissals !== now.dismissals
  );
}
