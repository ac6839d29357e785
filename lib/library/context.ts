import type { PapershelfDatabase } from '@/lib/db/database';
import type { PaperId } from '@/lib/papers/paper-id';

/** What the use cases work with; handed in by the entrypoints, and by tests. */
export interface LibraryContext {
  db: PapershelfDatabase;
  /** ms since epoch. */
  now(): number;
  /** Tells every open listing that these papers' entries changed. Never waited for. */
  announce(ids: readonly PaperId[]): void;
}
