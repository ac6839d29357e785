import { Dexie, type DexieOptions, type Table } from 'dexie';

/**
 * Holds the second copy where `storage.local` cannot be closed to content scripts. A database of its
 * own survives damage to the other, and a failed upgrade of it.
 */
export class CopyDatabase extends Dexie {
  /** Compressed text by piece key. */
  declare pieces: Table<string, string>;

  /** @param options for tests: their own IndexedDB */
  constructor(options?: DexieOptions) {
    super('papershelf-second-copy', options);
    this.version(1).stores({ pieces: '' });
  }
}
