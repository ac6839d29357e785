import { useEffect, useState } from 'preact/hooks';
import { PapershelfDatabase } from '@/lib/db/database';
import type { LibraryContext } from '@/lib/library/context';
import { announceChange } from '@/lib/messaging/announcements';
import { useLibrary } from '../page-context';

/** The library for an extension page (popup, library page). */
export function openPageLibrary(): LibraryContext {
  return { db: new PapershelfDatabase(), now: Date.now, announce: announceChange };
}

/** Whether a newer version took over the database, so that this page must reload. */
export function useOutdated(): boolean {
  const { db } = useLibrary();
  const [outdated, setOutdated] = useState(false);
  useEffect(() => {
    // Dexie's own handler closes the connection, so the newer version need not wait.
    const onVersionChange = (): void => setOutdated(true);
    db.on('versionchange', onVersionChange);
    return () => db.on('versionchange').unsubscribe(onVersionChange);
  }, [db]);
  return outdated;
}
