import type { Dexie } from 'dexie';

/**
 * An id of this database, which is also kept outside it: after the browser deleted the database, the
 * new one has another. Written on first use.
 */
export function version4(db: Dexie): void {
  db.version(4).stores({ identity: 'name' });
}
