import type { LibraryContext } from '@/lib/library/context';
import { backupFileName } from '@/lib/library/export/write-backup';
import { keepCopy, noteCopy } from './keep-backup';
import { afterOthers } from './one-at-a-time';
import { maySaveFiles } from './permission';
import { libraryStanding } from './library-fingerprint';
import { writeCopy } from './write-backup-file';
import type { Copy } from '@/lib/settings/backup-files';

/**
 * Makes a copy because the reader wants one now.
 * @param download downloads a file as a page may without the permission
 * @throws Failure when it could not be made
 */
export function makeCopyByHand(
  library: LibraryContext,
  download: (name: string, file: Blob) => void,
): Promise<void> {
  return afterOthers(async () => {
    const { file, copy } = await writeCopy(library);
    if (!(await maySaveFiles())) {
      const fileName = backupFileName(copy.at);
      download(fileName, file);
      return noteCopy({ ...copy, fileName, automatic: false });
    }
    const url = URL.createObjectURL(file);
    return keepCopy(url, copy, false).finally(() => URL.revokeObjectURL(url));
  });
}

/**
 * Notes a copy that was made by other means, such as by Export, Backup of the whole library, so that
 * the reader is not reminded to make one.
 */
export async function noteManualCopy(
  library: LibraryContext,
  copy: Pick<Copy, 'at' | 'fileName' | 'bytes' | 'papers'>,
): Promise<void> {
  await noteCopy({ ...copy, automatic: false, standing: await libraryStanding(library) });
}
