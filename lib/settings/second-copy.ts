import * as v from 'valibot';
import { count, text, time } from '@/lib/papers/schemas';
import { WRITTEN_BACKUP, type LibraryFingerprint } from './backup-file';
import { storedValue } from './stored-value';

/** A compressed part of the second copy. */
export interface CopyPiece {
  /** Storage key: a hash of its rows. */
  key: string;
  /** Of the stored text. */
  size: number;
}

/** The second copy of what the reader wrote, in pieces (`lib/backups`). */
export interface SecondCopy {
  /** ms since epoch; 0 for never. */
  at: number;
  /** Excludes removed ones. */
  papers: number;
  /** Entries that did not fit. */
  omitted: number;
  fingerprint: LibraryFingerprint | null;
  pieces: readonly CopyPiece[];
}

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
