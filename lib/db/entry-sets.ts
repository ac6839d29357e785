import { Dexie } from 'dexie';
import type { PapershelfDatabase } from './database';

/** Entries in the library, oldest save first. */
export function savedEntries({ entries }: PapershelfDatabase) {
  return entries.where('[removedAt+savedAt]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
}

/** Entries in the trash, in order of removal. */
export function removedEntries({ entries }: PapershelfDatabase) {
  return entries.where('[removedAt+savedAt]').between([1, Dexie.minKey], [Infinity, Dexie.maxKey]);
}
