import type { PapershelfDatabase } from '@/lib/db/database';
import type { PaperId } from '@/lib/papers/paper-id';

/** Dependencies of the use cases, injected by entrypoints and tests. */
export interface LibraryContext {
  db: PapershelfDatabase;
  /** ms since epoch. */
  now(): number;
  /** Notifies every open listing of changed entries. Fire and forget. */
  announce(ids: readonly PaperId[]): void;
}
