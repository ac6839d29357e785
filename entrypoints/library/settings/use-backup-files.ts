import { useEffect, useState } from 'preact/hooks';
import { fileState, onDownloadChange, type FileState } from '@/lib/backups/saved-files';
import { backupFiles, type BackupFile } from '@/lib/settings/backup-files';
import { useSetting } from '@/lib/pages/library/use-setting';

export interface ListedBackupFile extends BackupFile {
  /** Undefined until the browser answers. */
  file: FileState | undefined;
}

/**
 * The backups, newest first; undefined while loading.
 * @param allowed whether the browser reports file states
 */
export function useBackupFiles(allowed: boolean): readonly ListedBackupFile[] | undefined {
  const made = useSetting(backupFiles);
  const [files, setFiles] = useState<ReadonlyMap<number, FileState>>(new Map());
  useEffect(() => {
    if (!allowed || made === undefined) return setFiles(new Map());
    const left = new AbortController();
    const look = async (): Promise<void> => {
      const states = await Promise.all(
        made.map(async (backup) => [backup.at, await fileState(backup)] as const),
      );
      if (!left.signal.aborted) setFiles(new Map(states));
    };
    const lookAgain = (): void => void look().catch(warn);
    lookAgain();
    // Other programs move and delete files; a query makes Chromium check.
    onDownloadChange(lookAgain, left.signal);
    addEventListener('focus', lookAgain, { signal: left.signal });
    return () => left.abort();
  }, [allowed, made]);
  return made?.map((backup) => ({ ...backup, file: files.get(backup.at) }));
}

function warn(error: unknown): void {
  // The list is useful without.
  console.warn('Papershelf could not check its backup files', error);
}
