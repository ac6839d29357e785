import * as v from 'valibot';
import { count, time } from '@/lib/papers/schemas';

/** How the reader's part of the library stood: two libraries that differ here differ. */
export interface LibraryFingerprint {
  /** How many entries there are, removed ones too. */
  entries: number;
  /** When the last edit was, ms since epoch, as far as that was past then; 0 without any. */
  updatedAt: number;
  /** How many papers are dismissed; a copy that an older version listed does not say. */
  dismissals?: number;
}

/** A backup of the whole library whose file is not saved yet. */
export interface WrittenBackup {
  /** When it was made, ms since epoch; also what tells it from the others. */
  at: number;
  bytes: number;
  /** How many papers were in the library, without the removed. */
  papers: number;
  fingerprint: LibraryFingerprint;
}

/**
 * What each part of a copy must be, in a message or as it was stored. `satisfies`, so that a part
 * which is left out does not compile: it would be lost on the way.
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
