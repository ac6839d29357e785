import { Dexie } from 'dexie';
import type { PapershelfDatabase } from './database';

/** The entries of the library, without what was removed, oldest save first. */
export function savedEntries({ entries }: PapershelfDatabase) {
  return entries.where('[removedAt+savedAt]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
}

/** The entries in the trash, the one removed last at the end. */
export function removedEntries({ entries }: PapershelfDatabase) {
  return entries.where('[removedAt+savedAt]').between([1, Dexie.minKey], [Infinity, Dexie.maxKey]);
}
