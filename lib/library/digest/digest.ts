import type { Table } from 'dexie';
import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { readableRows } from '@/lib/db/read-rows';
import type { Day } from '@/lib/shared/day';
import {
  DEFAULT_DIGEST_PERIOD,
  digestStart,
  type DigestPaper,
  type DigestPeriod,
} from '@/lib/papers/digest';
import type { KnownPaper } from '@/lib/papers/paper';
import { soundPaper } from '@/lib/papers/sound-rows';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { existingIds } from '../existing-ids';
import { lastVisitAt } from '../seen/visits';
import { weeklyRises } from '../history/weekly-rises';

export interface MissedPaper extends DigestPaper {
  paper: KnownPaper;
}

/** Papers listed since `since` that the reader did not see, save or dismiss. */
export function missedPapers(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  since: Day,
): Promise<MissedPaper[]> {
  return withFailures(() =>
    db.transaction('r', [...missedTables(db), db.sightings], async () => {
      const ids = await missedIds(db, since);
      const [papers, rises] = await Promise.all([
        readableRows(db.papers, ids),
        weeklyRises(db, now()),
      ]);
      return papers.flatMap((stored) => {
        const paper = stored && soundPaper(stored.id, stored);
        return paper?.listedOn === undefined
          ? []
          : [{ paper, day: paper.listedOn, rise: rises.get(paper.id) ?? 0 }];
      });
    }),
  );
}

/** Without reading papers. */
export function countMissed(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  period: DigestPeriod = DEFAULT_DIGEST_PERIOD,
): Promise<number> {
  return withFailures(() =>
    db.transaction('r', [...missedTables(db), db.visits, db.sightings], async () => {
      const since = await digestSince(db, period, await lastVisitAt(db, now()), now());
      return (await missedIds(db, since)).length;
    }),
  );
}

/** First day of a digest; times in ms since epoch. */
export async function digestSince(
  db: PapershelfDatabase,
  period: DigestPeriod,
  visitedAt: number | null,
  now: number,
): Promise<Day> {
  const first = period === 'unseen' ? await db.sightings.orderBy('day').first() : undefined;
  return digestStart(period, visitedAt, now, first?.day);
}

/** First day of the last-visit digest; `now` in ms since epoch. */
export async function lastVisitDay(db: PapershelfDatabase, now: number): Promise<Day> {
  return digestStart('last-visit', await lastVisitAt(db, now), now);
}

/** Missed papers listed since `since`, oldest first. Needs a transaction over `missedTables`. */
export async function missedIds(db: PapershelfDatabase, since: Day): Promise<PaperId[]> {
  const listed = await db.papers.where('listedOn').aboveOrEqual(since).primaryKeys();
  // Seen papers first: most old ones were seen, so few big entry rows are read.
  const unseen = await without(db.seen, listed);
  return without(db.entries, await without(db.dismissals, unseen));
}

async function without(table: Table<unknown, PaperId>, ids: PaperId[]): Promise<PaperId[]> {
  const known = await existingIds(table, ids);
  return ids.filter((id) => !known.has(id));
}

/** Tables that `missedIds` reads. */
export function missedTables({ papers, seen, dismissals, entries }: PapershelfDatabase) {
  return [papers, seen, dismissals, entries];
}
