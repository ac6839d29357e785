import { Dexie } from 'dexie';
import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { CountsAt } from '@/lib/papers/counts';
import { countsOverTime } from '@/lib/papers/counts-over-time';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { notableRiseSince, type Rise } from '@/lib/papers/rise';
import type { Sighting } from '@/lib/papers/sighting';
import type { LibraryContext } from '../context';
import { lastVisitAt } from '../seen/visits';

/** A paper's counts, oldest first. */
export function paperHistory({ db, now }: LibraryContext, paperId: PaperId): Promise<CountsAt[]> {
  return withFailures(async () => countsOverTime(await sightingsOf(db, paperId), now()));
}

/** A notable rise to `upvotes` since the last visit before this sitting. */
export function riseSinceLastVisit(
  { db, now }: LibraryContext,
  { id, upvotes }: Pick<Paper, 'id' | 'upvotes'>,
): Promise<Rise | null> {
  const at = now();
  return withFailures(() =>
    db.transaction('r', db.sightings, db.visits, async () => {
      const last = await lastVisitAt(db, at);
      if (last === null || upvotes === undefined) return null;
      const history = countsOverTime(await sightingsOf(db, id), at);
      return notableRiseSince([...history, { at, upvotes }], last) ?? null;
    }),
  );
}

/** By listing, then day. */
export function sightingsOf({ sightings }: PapershelfDatabase, id: PaperId): Promise<Sighting[]> {
  return (
    sightings
      .where('[paperId+listing+day]')
      // An array sorts before any longer array that starts with it.
      .between([id], [id, Dexie.maxKey])
      .toArray()
  );
}
