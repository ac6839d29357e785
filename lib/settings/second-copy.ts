import * as v from 'valibot';
import { count, text, time } from '@/lib/papers/schemas';
import { WRITTEN_BACKUP, type LibraryFingerprint } from './backup-file';
import { storedValue } from './stored-value';

/** A compressed part of the second copy. */
export interface CopyPiece {
  /** Hash of its rows, by which it is stored. */
  key: string;
  /** Length of the stored text. */
  size: number;
}

/** The second copy of what the reader wrote; its words are in the pieces (`lib/backups`). */
export interface SecondCopy {
  /** ms since epoch; 0 for never. */
  at: number;
  /** Papers in the library, without removed ones. */
  papers: number;
  /** Entries that did not fit. */
  omitted: number;
  fingerprint: LibraryFingerprint | null;
  pieces: readonly CopyPiece[];
}

/** What the second copy consists of. */
export const secondCopy = storedValue<SecondCopy>(
  'secondCopy',
  v.object({
    at: time,
    papers: count,
    omitted: count,
    fingerprint: v.nullable(WRITTEN_BACKUP.fingerprint),
    pieces: v.array(v.object({ key: text, size: count })),
  }),
  { at: 0, papers: 0, omitted: 0, fingerprint: null, pieces: [] },
);
