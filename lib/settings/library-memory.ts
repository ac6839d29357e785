import * as v from 'valibot';
import { count, text } from '@/lib/papers/schemas';
import { storedValue } from './stored-value';

/** What is remembered of the library outside the database. */
export interface LibraryMemory {
  /** The database's `Identity.id`. */
  id: string;
  /** Papers in the library, without removed ones. */
  papers: number;
}

/** The library as it was last seen; null before the first time. */
export const libraryMemory = storedValue<LibraryMemory | null>(
  'libraryMemory',
  v.nullable(v.object({ id: text, papers: count })),
  null,
);
