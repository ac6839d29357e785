import type { PapershelfDatabase } from '@/lib/db/database';

/** Lets the page run. Only a database request keeps a transaction alive meanwhile. */
export async function pause(db: PapershelfDatabase): Promise<void> {
  await db.entries.limit(1).primaryKeys();
}
