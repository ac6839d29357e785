import type { PapershelfDatabase } from '@/lib/db/database';
import type { PaperId } from '@/lib/papers/paper-id';

/** Injected by entrypoints and tests. */
export interface LibraryContext {
  db: PapershelfDatabase;
  /** ms since epoch. */
  now(): number;
  /** Notifies open listings of changed entries. Fire and forget. */
  announce(ids: readonly PaperId[]): void;
}
