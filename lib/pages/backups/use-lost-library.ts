import type { PageNotices } from '@/components/feedback/Notices';
import { useFailure } from '@/components/feedback/use-failure';
import { acceptLibrary, isLost, libraryId } from '@/lib/backups/lost-library';
import { withFailures } from '@/lib/db/to-failure';
import { libraryMemory } from '@/lib/settings/library-memory';
import { useLiveQuery } from '../library/use-live-query';
import { useSetting } from '../library/use-setting';
import { useLibrary } from '../page-context';

/** A library that was deleted by the browser. */
export interface LostLibrary {
  papers: number;
  /** Says that it was on purpose. */
  accept(): void;
  failure: PageNotices['failure'];
}

/**
 * The library that this one replaced, if the browser deleted it.
 * @param ready whether the first rows are shown, which this does not delay
 */
export function useLostLibrary(ready: boolean): LostLibrary | undefined {
  const { db } = useLibrary();
  const memory = useSetting(libraryMemory);
  const read = useLiveQuery(
    async () => (ready ? { id: await libraryId(db) } : undefined),
    [db, ready],
  );
  const { failure, attempt } = useFailure();
  if (memory === undefined || memory === null || read === undefined) return undefined;
  if (!isLost(memory, read.id)) return undefined;
  return {
    papers: memory.papers,
    failure,
    accept: () => void attempt(() => withFailures(() => acceptLibrary(db))),
  };
}
