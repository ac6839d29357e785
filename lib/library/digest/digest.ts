import type { Table } from 'dexie';
import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Day } from '@/lib/shared/day';
import { digestStart, type DigestPaper } from '@/lib/papers/digest';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { existingIds } from '../existing-ids';
import { lastVisitAt } from '../seen/visits';
import { weeklyRises } from '../history/weekly-rises';

/** A paper that the reader missed. */
export interface MissedPaper extends DigestPaper {
  paper: KnownPaper;
}

/** The papers that were listed on `since` or later and the reader did not see, save or dismiss. */
export function missedPapers(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  since: Day,
): Promise<MissedPaper[]> {
  return withFailures(() =>
    db.transaction('r', [...missedTables(db), db.sightings], async () => {
      const ids = await missedIds(db, since);
      const [papers, rises] = await Promise.all([db.papers.bulkGet(ids), weeklyRises(db, now())]);
      return papers.flatMap((paper) =>
        paper?.listedOn === undefined
          ? []
          : [{ paper, day: paper.listedOn, rise: rises.get(paper.id) ?? 0 }],
      );
    }),
  );
}

/** How many papers the reader missed since the last visit. Reads no paper. */
export function countMissed({ db, now }: Pick<LibraryContext, 'db' | 'now'>): Promise<number> {
  return withFailures(() =>
    db.transaction('r', [...missedTables(db), db.visits], async () => {
      const since = await lastVisitDay(db, now());
      return (await missedIds(db, since)).length;
    }),
  );
}

/** Since when the reader missed papers, as the digest since the last visit has it; `now` in ms since epoch. */
export async function lastVisitDay(db: PapershelfDatabase, now: number): Promise<Day> {
  return digestStart('last-visit', await lastVisitAt(db, now), now);
}

/**
 * The ids of the papers that were listed on `since` or later and missed, those listed first at the
 * beginning; as part of a transaction over `missedTables`.
 */
export async function missedIds(db: PapershelfDatabase, since: Day): Promise<PaperId[]> {
  const listed = await db.papers.where('listedOn').aboveOrEqual(since).primaryKeys();
  // Most that were listed long ago have been seen: entries, the big rows, are read for the rest.
  const unseen = await without(db.seen, listed);
  return without(db.entries, await without(db.dismissals, unseen));
}

async function without(table: Table<unknown, PaperId>, ids: PaperId[]): Promise<PaperId[]> {
  const known = await existingIds(table, ids);
  return ids.filter((id) => !known.has(id));
}

/** What tells which papers were missed. */
export function missedTables({ papers, seen, dismissals, entries }: PapershelfDatabase) {
  return [papers, seen, dismissals, entries];
}
