import { useEffect, useState } from 'preact/hooks';
import { PapershelfDatabase } from '@/lib/db/database';
import type { LibraryContext } from '@/lib/library/context';
import type { FailureCode } from '@/lib/shared/failure';
import { announceChange } from '@/lib/messaging/announcements';
import { useLibrary } from '../page-context';

/** The library for popup and library page. */
export function openPageLibrary(): LibraryContext {
  return { db: new PapershelfDatabase(), now: Date.now, announce: announceChange };
}

/** Why the database became unusable; undefined while usable. */
export function useDatabaseState(): FailureCode | undefined {
  const { db } = useLibrary();
  const [state, setState] = useState<FailureCode>();
  useEffect(() => {
    // Dexie's own handler closes the connection for the newer version.
    const onVersionChange = ({ newVersion }: IDBVersionChangeEvent): void =>
      setState(newVersion === null ? 'database-deleted' : 'outdated-page');
    const onBlocked = (): void => {
      setState('database-blocked');
      // Opens once the other page closes; reads show other failures.
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
