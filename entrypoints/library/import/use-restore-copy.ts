import { useFailure, type Failing } from '@/components/feedback/use-failure';
import { useSetting } from '@/lib/pages/library/use-setting';
import { secondCopy, type SecondCopy } from '@/lib/settings/second-copy';
import { viewHash } from '../route';
import { useImport } from './use-import';

export interface RestoringCopy {
  /** Undefined without one. */
  copy: SecondCopy | undefined;
  /** Previews the copy. */
  restoreCopy(): void;
  restoreFiles(files: readonly File[]): void;
  failure: Failing['failure'];
}

/** Opens the import preview with a backup or the second copy. */
export function useRestoreCopy(): RestoringCopy {
  const copy = useSetting(secondCopy);
  const { session } = useImport();
  const { failure, attempt } = useFailure();
  const restoreFiles = (files: readonly File[]): void => {
    session.restart();
    session.read(files);
    location.hash = viewHash('import');
  };
  return {
    copy: copy === undefined || copy.pieces.length === 0 ? undefined : copy,
    failure,
    restoreFiles,
    restoreCopy: () =>
      void attempt(async () => {
        const { secondCopyFile } = await import('@/lib/backups/second-copy/second-copy');
        restoreFiles([await secondCopyFile()]);
      }),
  };
}
