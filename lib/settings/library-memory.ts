import * as v from 'valibot';
import { count, text } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

/** Remembers the library outside the database. */
export interface LibraryMemory {
  /** The database's `Identity.id`. */
  id: string;
  /** Excludes removed ones. */
  papers: number;
}

/** The library when last seen; null before. */
export const libraryMemory = storedValue<LibraryMemory | null>(
  'libraryMemory',
  v.nullable(v.object({ id: text, papers: count })),
  null,
);
