import { useState } from 'preact/hooks';
import type { PageNotices } from '@/components/feedback/Notices';
import { useFailure } from '@/components/feedback/use-failure';
import { makeBackupByHand } from '@/lib/backups/by-hand';
import { download } from '@/lib/shared/download';
import { useLibrary } from '../page-context';

export interface BackingUp {
  backUp(): void;
  underWay: boolean;
  failure: PageNotices['failure'];
}

/** Makes manual backups. */
export function useBackUp(): BackingUp {
  const library = useLibrary();
  const [underWay, setUnderWay] = useState(false);
  const { failure, attempt } = useFailure();
  return {
    underWay,
    failure,
    backUp() {
      if (underWay) return;
      attempt(() => {
        setUnderWay(true);
        return makeBackupByHand(library, (name, file) => download(name, file.type, file)).finally(
          () => setUnderWay(false),
        );
      });
    },
  };
}
