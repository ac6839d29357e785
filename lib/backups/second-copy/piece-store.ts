import { browser } from 'wxt/browser';
import { CopyDatabase } from '@/lib/db/copy-database';
import { closeLocalStorage } from '@/lib/settings/storage-access';

export interface PieceStore {
  read(keys: readonly string[]): Promise<(string | undefined)[]>;
  write(pieces: ReadonlyMap<string, string>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  keys(): Promise<string[]>;
}

const PREFIX = 'piece:';

/** The best place that content scripts cannot read (docs/decisions/0028). */
export async function pieceStore(): Promise<PieceStore> {
  return (await closeLocalStorage()) ? inExtensionStorage() : inDatabase(new CopyDatabase());
}

function inExtensionStorage(): PieceStore {
  const { local } = browser.storage;
  const named = (keys: readonly string[]): string[] => keys.map((key) => PREFIX + key);
  return {
    async read(keys) {
      const stored = await local.get(named(keys));
      return named(keys).map((key) => (typeof stored[key] === 'string' ? stored[key] : undefined));
    },
    write: (pieces) =>
      local.set(Object.fromEntries([...pieces].map(([key, piece]) => [PREFIX + key, piece]))),
    remove: (keys) => local.remove(named(keys)),
    async keys() {
      const all = Object.keys(await local.get(null));
      return all.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    },
  };
}

/** @param database opened on first use */
export function inDatabase({ pieces }: CopyDatabase): PieceStore {
  return {
    read: (keys) => pieces.bulkGet([...keys]),
    async write(added) {
      await pieces.bulkPut([...added.values()], [...added.keys()]);
    },
    remove: (keys) => pieces.bulkDelete([...keys]),
    keys: () => pieces.toCollection().primaryKeys(),
  };
}
