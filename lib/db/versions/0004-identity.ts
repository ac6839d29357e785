import type { Dexie } from 'dexie';

/** The database's id, also kept outside it to notice a deleted database. Written on first use. */
export function version4(db: Dexie): void {
  db.version(4).stores({ identity: 'name' });
}
