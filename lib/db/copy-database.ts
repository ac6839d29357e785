import { Dexie, type DexieOptions, type Table } from 'dexie';

/**
 * The second copy, where content scripts can read `storage.local`. Separate, to survive damage and
 * failed upgrades of the other database.
 */
export class CopyDatabase extends Dexie {
  /** Compressed text by piece key. */
  declare pieces: Table<string, string>;

  /** @param options for tests */
  constructor(options?: DexieOptions) {
    super('papershelf-second-copy', options);
    this.version(1).stores({ pieces: '' });
  }
}
