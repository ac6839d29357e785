import { useEffect, useState } from 'preact/hooks';
import { PapershelfDatabase } from '@/lib/db/database';
import type { LibraryContext } from '@/lib/library/context';
import type { FailureCode } from '@/lib/shared/failure';
import { announceChange } from '@/lib/messaging/announcements';
import { useLibrary } from '../page-context';

/** The library for an extension page (popup, library page). */
export function openPageLibrary(): LibraryContext {
  return { db: new PapershelfDatabase(), now: Date.now, announce: announceChange };
}

/** Why the page cannot use the database as it did; undefined while it can. */
export function useDatabaseState(): FailureCode | undefined {
  const { db } = useLibrary();
  const [state, setState] = useState<FailureCode>();
  useEffect(() => {
    // Dexie's own handler closes the connection, so the newer version need not wait.
    const onVersionChange = ({ newVersion }: IDBVersionChangeEvent): void =>
      setState(newVersion === null ? 'database-deleted' : 'outdated-page');
    const onBlocked = (): void => {
      setState('database-blocked');
      // Opening goes on once the other page is closed; other failures are shown by what they stop.
      db.open().then(
        () => setState(undefined),
        () => setState(undefined),
      );
    };
    db.on('versionchange', onVersionChange);
    db.on('blocked', onBlocked);
    return () => {
      db.on('versionchange').unsubscribe(onVersionChange);
      db.on('blocked').unsubscribe(onBlocked);
    };
  }, [db]);
  return state;
}
