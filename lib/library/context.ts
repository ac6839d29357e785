import type { PapershelfDatabase } from '@/lib/db/database';
import type { PaperId } from '@/lib/papers/paper-id';

/** Injected by entrypoints and tests. */
export interface LibraryContext {
  db: PapershelfDatabase;
  /** ms since epoch. */
  now(): number;
  /** See `announceChange`. */
  announce(ids: readonly PaperId[]): void;
}
