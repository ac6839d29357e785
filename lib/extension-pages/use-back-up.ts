import { useState } from 'preact/hooks';
import { makeCopyByHand } from '../backups/by-hand';
import type { LibraryContext } from '../library/context';
import { asFailure, type FailureCode } from '../papers/failure';
import { download } from './download';

/** Making a copy at the reader's word. */
export interface BackingUp {
  backUp(): void;
  underWay: boolean;
  /** Why the last try came to nothing. */
  failure: FailureCode | undefined;
  dismissFailure(): void;
}

/** Makes copies at the reader's word. */
export function useBackUp(library: LibraryContext): BackingUp {
  const [underWay, setUnderWay] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();
  return {
    underWay,
    failure,
    dismissFailure: () => setFailure(undefined),
    backUp() {
      if (underWay) return;
      setUnderWay(true);
      setFailure(undefined);
      makeCopyByHand(library, (name, file) => download(name, file.type, file))
        .catch((error: unknown) => setFailure(asFailure(error).code))
        .finally(() => setUnderWay(false));
    },
  };
}
