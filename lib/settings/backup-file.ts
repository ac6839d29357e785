import * as v from 'valibot';
import { count, time } from '@/lib/papers/schemas';

/** To detect changes of the library. */
export interface LibraryFingerprint {
  /** Includes removed entries. */
  entries: number;
  /** Last edit not in the future, ms since epoch; 0 without any. */
  updatedAt: number;
  /** Absent in backups of older versions. */
  dismissals?: number;
}

/** A full backup, its file not saved yet. */
export interface WrittenBackup {
  /** Creation, ms since epoch; also its id. */
  at: number;
  bytes: number;
  /** Excludes removed ones. */
  papers: number;
  fingerprint: LibraryFingerprint;
}

/**
 * Schemas of the fields, in messages and storage. `satisfies`: a missing field (it would be
 * dropped) does not compile.
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
