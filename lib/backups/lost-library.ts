import type { PapershelfDatabase } from '@/lib/db/database';
import { countSaved } from '@/lib/library/queries';
import { libraryMemory, type LibraryMemory } from '@/lib/settings/library-memory';

/** Undefined in a new database. */
export async function libraryId({ identity }: PapershelfDatabase): Promise<string | undefined> {
  return (await identity.get('library'))?.id;
}

/**
 * Whether the browser or another program deleted the remembered database, which held papers.
 * @param id of this database
 */
export function isLost(memory: LibraryMemory | null, id: string | undefined): boolean {
  return memory !== null && memory.papers > 0 && memory.id !== id;
}

/**
 * Remembers the current library.
 * @returns its number of papers; undefined if it replaced a lost one, which stays remembered
 */
export async function rememberLibrary(db: PapershelfDatabase): Promise<number | undefined> {
  const former = await libraryMemory.read();
  return isLost(former, await libraryId(db)) ? undefined : acceptLibrary(db);
}

/**
 * Remembers the current library, even if it replaced another.
 * @returns its number of papers
 */
export async function acceptLibrary(db: PapershelfDatabase): Promise<number> {
  const papers = await countSaved(db);
  const id = await db.transaction('rw', db.identity, async () => {
    const former = await db.identity.get('library');
    if (former !== undefined) return former.id;
    const id = crypto.randomUUID();
    await db.identity.add({ name: 'library', id });
    return id;
  });
  await libraryMemory.write({ id, papers });
  return papers;
}

/** Accepts the library if at least half of the lost papers are back, as after an import. */
export async function acceptIfRestored(db: PapershelfDatabase): Promise<void> {
  const memory = await libraryMemory.read();
  if (memory === null || !isLost(memory, await libraryId(db))) return;
  if ((await countSaved(db)) * 2 >= memory.papers) await acceptLibrary(db);
}
