import * as v from 'valibot';
import { count, time } from '@/lib/papers/schemas';

/** Fingerprint of the library, to detect changes. */
export interface LibraryFingerprint {
  /** Includes removed entries. */
  entries: number;
  /** Last edit, ms since epoch, ignoring future times; 0 without any. */
  updatedAt: number;
  /** Absent in backups listed by an older version. */
  dismissals?: number;
}

/** A full backup whose file is not saved yet. */
export interface WrittenBackup {
  /** When it was made, ms since epoch; also its id. */
  at: number;
  bytes: number;
  /** Papers in the library, without removed ones. */
  papers: number;
  fingerprint: LibraryFingerprint;
}

/**
 * Schemas of the fields, in messages and storage. `satisfies` makes a missing field, which would be
 * dropped, a compile error.
 */
export const WRITTEN_BACKUP = {
  at: time,
  bytes: count,
  papers: count,
  fingerprint: v.object({
    entries: count,
    updatedAt: time,
    dismissals: v.exactOptional(count),
  } satisfies Record<keyof LibraryFingerprint, v.GenericSchema>),
} satisfies Record<keyof WrittenBackup, v.GenericSchema>;
