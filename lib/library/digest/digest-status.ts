import { withFailures } from '@/lib/db/to-failure';
import type { Day } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { missedIds, missedTables } from './digest';
import { existingIds } from '../existing-ids';

/** How the papers of a digest stand by now. */
export interface DigestStatus {
  /** Those that were saved, also if they were removed since. */
  entries: ReadonlyMap<PaperId, Entry>;
  dismissed: ReadonlySet<PaperId>;
  /** Those that are missed still, and what came in since the digest was read. */
  missed: ReadonlySet<PaperId>;
}

/** How the papers `ids` of a digest that reaches back to `since` stand by now. */
export function digestStatus(
  { db }: Pick<LibraryContext, 'db'>,
  ids: readonly PaperId[],
  since: Day,
): Promise<DigestStatus> {
  return withFailures(() =>
    db.transaction('r', missedTables(db), async () => {
      const [saved, dismissed, missed] = await Promise.all([
        existingIds(db.entries, ids),
        existingIds(db.dismissals, ids),
        missedIds(db, since),
      ]);
      const entries = await db.entries.bulkGet([...saved]);
      return {
        entries: new Map(entries.flatMap((entry) => (entry ? [[entry.paperId, entry]] : []))),
        dismissed,
        missed: new Set(missed),
      };
    }),
  );
}
