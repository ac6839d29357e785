import { withFailures } from '@/lib/db/to-failure';
import { readableRows } from '@/lib/db/read-rows';
import { soundEntry } from '@/lib/papers/sound-rows';
import type { Day } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { missedIds, missedTables } from './digest';
import { existingIds } from '../existing-ids';

export interface DigestStatus {
  /** Includes removed entries. */
  entries: ReadonlyMap<PaperId, Entry>;
  dismissed: ReadonlySet<PaperId>;
  seen: ReadonlySet<PaperId>;
  /** Includes papers listed after the digest was read. */
  missed: ReadonlySet<PaperId>;
}

/** The state of `ids` in a digest from `since`. */
export function digestStatus(
  { db }: Pick<LibraryContext, 'db'>,
  ids: readonly PaperId[],
  since: Day,
): Promise<DigestStatus> {
  return withFailures(() =>
    db.transaction('r', missedTables(db), async () => {
      const [saved, dismissed, seen, missed] = await Promise.all([
        existingIds(db.entries, ids),
        existingIds(db.dismissals, ids),
        existingIds(db.seen, ids),
        missedIds(db, since),
      ]);
      const entries = await readableRows(db.entries, [...saved]);
      return {
        entries: new Map(
          entries.flatMap((entry) =>
            entry ? [[entry.paperId, soundEntry(entry.paperId, entry)]] : [],
          ),
        ),
        dismissed,
        seen,
        missed: new Set(missed),
      };
    }),
  );
}
