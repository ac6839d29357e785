import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeBackupFile } from '@/lib/backups/write-backup-file';
import { DATABASE_NAME } from '@/lib/db/database';
import { withFailures } from '@/lib/db/to-failure';
import { savePaper } from '@/lib/library/entries/save-paper';
import { libraryIds } from '@/lib/library/queries';
import { eventually } from '../../fixtures/eventually';
import { aPaper, openTestLibrary } from '../library/library-for-tests';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** An IndexedDB that cannot open a database until `mend` is called. */
function brokenIndexedDB() {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const indexedDB = new IDBFactory();
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store.', 'UnknownError');
  });
  return { indexedDB, mend: () => void open.mockRestore() };
}

describe('after a failed open', () => {
  it('the next save opens the database again', async () => {
    const { indexedDB, mend } = brokenIndexedDB();
    const library = openTestLibrary(indexedDB);
    await expect(savePaper(library, aPaper(1))).rejects.toMatchObject({ code: 'database' });
    mend();
    await eventually(async () => void (await savePaper(library, aPaper(1))));
    expect(await libraryIds(library.db)).toEqual([aPaper(1).id]);
  });

  it('the next backup opens it again', async () => {
    const { indexedDB, mend } = brokenIndexedDB();
    const library = openTestLibrary(indexedDB);
    await expect(writeBackupFile(library)).rejects.toMatchObject({ code: 'database' });
    mend();
    await eventually(async () => {
      const { backup } = await writeBackupFile(library);
      expect(backup.papers).toBe(0);
    });
  });

  it('every call that waits for the failing attempt fails, instead of trying without end', async () => {
    const { indexedDB } = brokenIndexedDB();
    const library = openTestLibrary(indexedDB);
    const calls = [1, 2, 3].map((number) => savePaper(library, aPaper(number)));
    const results = await Promise.allSettled(calls);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    // One attempt, which Dexie repeats three times for this error.
    expect(indexedDB.open).toHaveBeenCalledTimes(4);
  });

  it('stays closed after an explicit close', async () => {
    const library = openTestLibrary();
    await savePaper(library, aPaper(1));
    library.db.close();
    await expect(savePaper(library, aPaper(2))).rejects.toMatchObject({ code: 'database' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await expect(savePaper(library, aPaper(2))).rejects.toMatchObject({ code: 'database' });
  });
});

describe('an upgrade that another page blocks', () => {
  it('fails what waits for it, and works once that page is closed', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const indexedDB = new IDBFactory();
    const older = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(DATABASE_NAME, 1);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const library = openTestLibrary(indexedDB);
    await expect(savePaper(library, aPaper(1))).rejects.toMatchObject({ code: 'database-blocked' });
    older.close();
    await eventually(async () => void (await savePaper(library, aPaper(1))));
  });
});

describe('a full disk', () => {
  const unknown = () =>
    withFailures(() => Promise.reject(new Dexie.UnknownError('Internal error.')));
  const stubSpace = (quota: number, usage: number) =>
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota, usage }) } });

  it('is distinguished from a damaged database by the space left', async () => {
    stubSpace(5_000_000, 4_500_000);
    await expect(unknown()).rejects.toMatchObject({ code: 'storage-full' });
    await expect(
      withFailures(() => Promise.reject(new DOMException('Failed to write blobs', 'DataError'))),
    ).rejects.toMatchObject({ code: 'storage-full' });
    stubSpace(5_000_000_000, 4_500_000);
    await expect(unknown()).rejects.toMatchObject({ code: 'database' });
  });

  it('is found behind the error of a failed open', async () => {
    stubSpace(5_000_000, 4_500_000);
    const { indexedDB } = brokenIndexedDB();
    await expect(savePaper(openTestLibrary(indexedDB), aPaper(1))).rejects.toMatchObject({
      code: 'storage-full',
    });
  });
});
