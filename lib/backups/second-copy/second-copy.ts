import { withFailures } from '@/lib/db/to-failure';
import type { LibraryContext } from '@/lib/library/context';
import { backupFileName, backupOfParts, type BackupPart } from '@/lib/library/export/write-backup';
import { secondCopy } from '@/lib/settings/second-copy';
import { isAhead } from '@/lib/shared/clock';
import { Failure } from '@/lib/shared/failure';
import { decompressed } from '@/lib/shared/gzip';
import { withLockIfFree } from '@/lib/shared/lock';
import { hasChanged, libraryFingerprint } from '../library-fingerprint';
import { rememberLibrary } from '../lost-library';
import { pieceStore, type PieceStore } from './piece-store';
import { INTERVAL, scheduleCopy } from './schedule';
import { writeCopy } from './write-copy';

const LOCK = 'papershelf-second-copy';

type Library = Pick<LibraryContext, 'db' | 'now'>;

/**
 * Copies what the reader wrote, if it changed: writes new pieces, lists them, removes former ones.
 * Not while the library replaces a lost one, whose copy is needed.
 * @param storeOf for tests
 */
export async function keepSecondCopy(library: Library, storeOf = pieceStore): Promise<void> {
  await withLockIfFree(LOCK, () =>
    withFailures(async () => {
      const at = library.now();
      const former = await secondCopy.read();
      const fingerprint = await libraryFingerprint(library);
      if (former.fingerprint !== null && !hasChanged(former.fingerprint, fingerprint)) return;
      if (!isAhead(former.at, at) && at - former.at < INTERVAL) return scheduleCopy(at);
      const papers = await rememberLibrary(library.db);
      if (papers === undefined) return;
      const store = await storeOf();
      const { pieces, omitted } = await writeCopy(library.db, store, former.pieces);
      await secondCopy.write({ at, papers, omitted, fingerprint, pieces });
      const kept = new Set(pieces.map(({ key }) => key));
      await store.remove((await store.keys()).filter((key) => !kept.has(key)));
    }),
  );
}

/**
 * The second copy as a backup file.
 * @param storeOf for tests
 * @throws Failure `not-found` without a readable piece
 */
export async function secondCopyFile(storeOf = pieceStore): Promise<File> {
  const { at, pieces } = await secondCopy.read();
  const store: PieceStore = await storeOf();
  const stored = await withFailures(() => store.read(pieces.map(({ key }) => key)));
  const all = await Promise.all(stored.map(rowsOf));
  const parts = all.filter((part) => part !== undefined);
  if (parts.length === 0) throw new Failure('not-found', 'second copy');
  return new File(backupOfParts(parts, at), backupFileName(at), { type: 'application/json' });
}

/** A damaged piece costs only its own rows. */
async function rowsOf(piece: string | undefined): Promise<BackupPart | undefined> {
  try {
    return piece === undefined ? undefined : (JSON.parse(await decompressed(piece)) as BackupPart);
  } catch (error) {
    console.warn('Papershelf could not read a part of its second copy', error);
    return undefined;
  }
}
