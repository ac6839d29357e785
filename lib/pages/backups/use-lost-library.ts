import type { PageNotices } from '@/components/feedback/Notices';
import { useFailure } from '@/components/feedback/use-failure';
import { once, useSubscription } from '@/components/hooks/use-subscription';
import { acceptLibrary, isLost, libraryId } from '@/lib/backups/lost-library';
import type { PapershelfDatabase } from '@/lib/db/database';
import { withFailures } from '@/lib/db/to-failure';
import { libraryMemory, type LibraryMemory } from '@/lib/settings/library-memory';
import { useSetting } from '../library/use-setting';
import { useLibrary } from '../page-context';

/** A library deleted by the browser. */
export interface LostLibrary {
  papers: number;
  /** Confirms that it was on purpose. */
  accept(): void;
  failure: PageNotices['failure'];
}

/** The replaced library, if the browser deleted it; read after the first rows are `ready`. */
export function useLostLibrary(ready: boolean): LostLibrary | undefined {
  const { db } = useLibrary();
  const memory = useSetting(libraryMemory);
  // Read after the memory, which is written after the id. Other reads report failures.
  const lost = useSubscription(
    () => once(async () => ready && memory !== undefined && (await isLostNow(db, memory))),
    [db, ready, memory],
  );
  const { failure, attempt } = useFailure();
  if (!memory || lost !== true) return undefined;
  return {
    papers: memory.papers,
    failure,
    accept: () => void attempt(() => withFailures(() => acceptLibrary(db))),
  };
}

async function isLostNow(db: PapershelfDatabase, memory: LibraryMemory | null): Promise<boolean> {
  try {
    return isLost(memory, await libraryId(db));
  } catch (error) {
    console.warn('Papershelf could not read the id of its library', error);
    return false;
  }
}
