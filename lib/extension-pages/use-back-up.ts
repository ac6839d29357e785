import { useState } from 'preact/hooks';
import type { PageNotices } from '@/components/Notices';
import { useFailure } from '@/components/use-failure';
import { makeCopyByHand } from '../backups/by-hand';
import type { LibraryContext } from '../library/context';
import { download } from './download';

/** Making a copy at the reader's word. */
export interface BackingUp {
  backUp(): void;
  underWay: boolean;
  /** Why the last try came to nothing. */
  failure: PageNotices['failure'];
}

/** Makes copies at the reader's word. */
export function useBackUp(library: LibraryContext): BackingUp {
  const [underWay, setUnderWay] = useState(false);
  const { failure, attempt } = useFailure();
  return {
    underWay,
    failure,
    backUp() {
      if (underWay) return;
      attempt(() => {
        setUnderWay(true);
        return makeCopyByHand(library, (name, file) => download(name, file.type, file)).finally(
          () => setUnderWay(false),
        );
      });
    },
  };
}
